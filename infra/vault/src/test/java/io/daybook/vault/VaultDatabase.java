package io.daybook.vault;

import io.daybook.testing.MasterKeysForTests;
import io.daybook.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database with the vault's tables, entered by the roles of the system. */
final class VaultDatabase {

    static final String OLD = "2025:" + MasterKeysForTests.random();
    static final String NEW = "2026:" + MasterKeysForTests.random();
    static final MasterKeys MASTERS = MasterKeys.of(List.of(OLD));

    private final TestPostgres postgres = TestPostgres.shared().freshDatabase();

    VaultDatabase() {
        VaultMigration.migrate(as(TestPostgres.OWNER), List.of(TestPostgres.COMMAND), List.of(TestPostgres.QUERY));
    }

    CustomerVault vault() {
        return new CustomerVault(as(TestPostgres.COMMAND), MASTERS);
    }

    EmailClaims claims() {
        return new EmailClaims(as(TestPostgres.COMMAND), MASTERS, Duration.ofMinutes(10));
    }

    JdbcClient jdbc(String role) {
        return JdbcClient.create(as(role));
    }

    DataSource as(String role) {
        return new DriverManagerDataSource(postgres.jdbcUrl(), role, "");
    }
}
