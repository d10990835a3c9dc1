package io.daybook.query;

import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.event.CustomerRegistered;
import io.daybook.api.customer.event.CustomerRevised;
import io.daybook.testing.TestPostgres;
import io.daybook.vault.CustomerVault;
import io.daybook.vault.MasterKeys;
import io.daybook.vault.VaultMigration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The write side of the vault, as the command service has it: seals and destroys as its role. */
public final class Sealing {

    public static final Instant REGISTERED = Instant.parse("2010-12-01T08:26:00Z");
    public static final Instant REVISED = Instant.parse("2011-01-04T10:00:00Z");

    private final CustomerVault vault;

    Sealing(TestPostgres postgres, MasterKeys masters) {
        VaultMigration.migrate(
                new DriverManagerDataSource(postgres.jdbcUrl(), TestPostgres.OWNER, ""),
                List.of(TestPostgres.COMMAND),
                List.of(TestPostgres.QUERY));
        vault = new CustomerVault(new DriverManagerDataSource(postgres.jdbcUrl(), TestPostgres.COMMAND, ""), masters);
    }

    public CustomerRegistered registered(String customerId, PersonalData data) {
        return new CustomerRegistered(
                customerId, vault.sealFirst(customerId, CustomerRegistered.class.getSimpleName(), data), REGISTERED);
    }

    public CustomerRevised revised(String customerId, PersonalData data) {
        return new CustomerRevised(
                customerId, vault.seal(customerId, CustomerRevised.class.getSimpleName(), data), REVISED);
    }

    public void destroy(String customerId) {
        vault.destroy(customerId);
    }
}
