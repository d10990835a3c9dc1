package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.Access;
import io.daybook.eventstore.EventStoreMigration;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.eventstore.PostgresEventStore;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Gives an Axon application the event store on its data source. It stands between Boot's data-source configurations and
 * Axon's: Axon 4.13 names its predecessors as Boot 3 did, and without this order falls back to a bus that stores
 * nothing.
 */
@AutoConfiguration(
        after = {DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class},
        afterName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
        beforeName = {
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration"
        })
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(EventStoreProperties.class)
public class EventStoreAutoConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(EventStorageEngine.class)
    PostgresEventStorageEngine eventStorageEngine(
            DataSource dataSource,
            ObjectProvider<JdbcConnectionDetails> connection,
            EventStoreProperties properties,
            Configuration configuration,
            Serializer snapshotSerializer,
            @Qualifier("eventSerializer") Serializer eventSerializer) {
        if (properties.migrate() && properties.access() == Access.WRITE) {
            EventStoreMigration.migrate(
                    owner(dataSource, connection, properties),
                    properties.schema(),
                    properties.writers(),
                    properties.readers());
        }
        return PostgresEventStorageEngine.builder()
                .dataSource(dataSource)
                .settings(properties.settings())
                .snapshotSerializer(snapshotSerializer)
                .eventSerializer(eventSerializer)
                .upcasterChain(configuration.upcasterChain())
                .snapshotFilter(configuration.snapshotFilter())
                .build();
    }

    @Bean(name = "eventBus")
    @Qualifier("eventStore") @ConditionalOnBean(PostgresEventStorageEngine.class)
    @ConditionalOnMissingBean({EventBus.class, EventStore.class})
    PostgresEventStore eventStore(PostgresEventStorageEngine engine, Configuration configuration) {
        PostgresEventStore.Builder builder = PostgresEventStore.builder().storageEngine(engine);
        builder.messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"));
        builder.spanFactory(configuration.getComponent(EventBusSpanFactory.class));
        return builder.build();
    }

    /** Lets the JSON serializer read back Axon's own tokens; without it a processor dies after its first reset. */
    @Bean
    @ConditionalOnMissingBean
    Jackson3SerializerCustomizer jackson3SerializerCustomizer() {
        BasicPolymorphicTypeValidator onlyAxon = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build();
        return mapper -> mapper.polymorphicTypeValidator(onlyAxon);
    }

    private static DataSource owner(
            DataSource application, ObjectProvider<JdbcConnectionDetails> connection, EventStoreProperties properties) {
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
