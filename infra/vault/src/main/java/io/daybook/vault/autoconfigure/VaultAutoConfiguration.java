package io.daybook.vault.autoconfigure;

import io.daybook.vault.CustomerVault;
import io.daybook.vault.EmailClaims;
import io.daybook.vault.MasterKeys;
import io.daybook.vault.VaultMigration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Gives an application the vault on its data source. Without fit master keys it does not start. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties(VaultProperties.class)
public class VaultAutoConfiguration {

    private static final Logger logger = LoggerFactory.getLogger(VaultAutoConfiguration.class);
    private static final String WRITES = "daybook.customers.read-only";

    @Bean
    MasterKeys masterKeys(VaultProperties properties) {
        return MasterKeys.of(properties.masterKeys());
    }

    @Bean
    CustomerVault customerVault(
            DataSource dataSource,
            ObjectProvider<JdbcConnectionDetails> connection,
            MasterKeys masters,
            VaultProperties properties) {
        CustomerVault vault = new CustomerVault(dataSource, masters);
        if (!properties.readOnly()) {
            VaultMigration.migrate(
                    owner(dataSource, connection, properties), properties.writers(), properties.readers());
            vault.verifyMasterKeys();
        }
        return vault;
    }

    @Bean
    @ConditionalOnBooleanProperty(name = WRITES, havingValue = false, matchIfMissing = true)
    EmailClaims emailClaims(
            DataSource dataSource, MasterKeys masters, VaultProperties properties, CustomerVault migrated) {
        return new EmailClaims(dataSource, masters, properties.claimsDoubtfulAfter());
    }

    /** Moves every key to the current master key, so that the one before it can be taken away. */
    @Bean
    @ConditionalOnBooleanProperty(name = WRITES, havingValue = false, matchIfMissing = true)
    ApplicationRunner rewrapKeys(CustomerVault vault) {
        return _ -> {
            int rewrapped = vault.rewrap();
            if (rewrapped > 0) {
                logger.info("Wrapped {} keys under the current master key", rewrapped);
            }
        };
    }

    private static DataSource owner(
            DataSource application, ObjectProvider<JdbcConnectionDetails> connection, VaultProperties properties) {
        if (properties.ownerUsername() == null) {
            return application;
        }
        SimpleDriverDataSource owner = new SimpleDriverDataSource();
        owner.setDriver(new org.postgresql.Driver());
        owner.setUrl(connection.getObject().getJdbcUrl());
        owner.setUsername(properties.ownerUsername());
        if (properties.ownerPassword() != null) {
            owner.setPassword(properties.ownerPassword());
        }
        return owner;
    }
}
