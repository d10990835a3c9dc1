package io.daybook.bench.gateway;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLErrorCodesResolver;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/** Axon's JPA engine, wired as Axon's {@code JpaEventStoreAutoConfiguration} does, on Boot's Hibernate as it comes. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "io.daybook.eventstore.autoconfigure.EventStoreAutoConfiguration",
            "io.daybook.vault.autoconfigure.VaultAutoConfiguration"
        })
@EntityScan("org.axonframework.eventsourcing.eventstore.jpa")
@Import({CommandPath.class, StockTransactions.class})
class StockJpa {

    @Bean
    EventStorageEngine eventStorageEngine(
            EntityManagerFactory factory,
            DataSource dataSource,
            TransactionManager transactions,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer)
            throws SQLException {
        EntityManager entityManager = SharedEntityManagerCreator.createSharedEntityManager(factory);
        return JpaEventStorageEngine.builder()
                .snapshotSerializer(serializer)
                .eventSerializer(eventSerializer)
                .persistenceExceptionResolver(new SQLErrorCodesResolver(dataSource))
                .entityManagerProvider(() -> entityManager)
                .transactionManager(transactions)
                .build();
    }

    @Bean(name = "eventBus")
    @Qualifier("eventStore") EmbeddedEventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }
}
