package io.daybook.vault;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables and the grants of the vault up to date. */
public final class VaultMigration {

    private VaultMigration() {}

    /**
     * Migrates the schema {@code customer_keys}, which is made where it is missing.
     *
     * @param owner a data source whose role owns the schema or may create it
     * @param writers the roles that make and destroy keys and claim e-mail addresses; the owner where there are none
     * @param readers the roles that may only read keys
     */
    public static void migrate(DataSource owner, List<String> writers, List<String> readers) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("customer_keys")
                .table("vault_migration")
                .locations("classpath:io/daybook/vault/migration")
                .placeholders(Map.of("writer", roles(writers), "reader", roles(readers)))
                .load()
                .migrate();
    }

    private static String roles(List<String> roles) {
        return roles.isEmpty() ? "CURRENT_USER" : String.join(", ", roles);
    }
}
