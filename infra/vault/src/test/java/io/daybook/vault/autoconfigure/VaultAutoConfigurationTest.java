package io.daybook.vault.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testing.MasterKeysForTests;
import io.daybook.vault.CustomerVault;
import io.daybook.vault.EmailClaims;
import io.daybook.vault.UnfitMasterKeys;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class VaultAutoConfigurationTest {

    private final ApplicationContextRunner reader = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(VaultAutoConfiguration.class))
            .withBean(DataSource.class, DriverManagerDataSource::new)
            .withPropertyValues("daybook.customers.read-only=true");

    @Test
    void doesNotStartWithoutAMasterKeyAndSaysWhatToDo() {
        reader.run(context -> {
            assertThat(context).getFailure().rootCause().isInstanceOf(UnfitMasterKeys.class);
            FailureAnalysis analysis = Objects.requireNonNull(
                    new UnfitMasterKeysAnalyzer().analyze(Objects.requireNonNull(context.getStartupFailure())));
            assertThat(analysis.getDescription())
                    .contains("daybook.customers.master-keys")
                    .contains("There is none");
            assertThat(analysis.getAction()).contains("DAYBOOK_CUSTOMERS_MASTERKEYS");
        });
    }

    @Test
    void givesAReaderTheVaultAndNoClaims() {
        reader.withPropertyValues(MasterKeysForTests.PROPERTY + "=2026:" + MasterKeysForTests.random() + ",2025:"
                        + MasterKeysForTests.random())
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(CustomerVault.class)
                        .doesNotHaveBean(EmailClaims.class));
    }
}
