package io.daybook.bench.rebuild.pooled;

import io.daybook.bench.gateway.Applications;
import io.daybook.query.QueryServiceApplication;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/**
 * The reference as it runs: a pooled streaming processor with 16 segments, 4 threads and batches of one event, and its
 * tokens, in JPA on Hibernate as Boot and Axon set them up. It catches up with the log from the moment it is started.
 */
public final class PooledReadSide implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private PooledReadSide(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static PooledReadSide on(String jdbcUrl) {
        return new PooledReadSide(Applications.start(
                Application.class,
                QueryServiceApplication.class,
                jdbcUrl,
                "daybook_owner",
                "--spring.datasource.hikari.schema=pooled",
                "--spring.flyway.enabled=false",
                "--management.endpoint.health.validate-group-membership=false",
                "--spring.jpa.hibernate.ddl-auto=update",
                "--spring.jpa.properties.hibernate.hbm2ddl.create_namespaces=true",
                "--spring.jpa.properties.hibernate.default_schema=pooled",
                "--axon.eventhandling.processors." + PooledProjection.GROUP + ".mode=pooled"));
    }

    /** How many events have been handled since the start. */
    public long handled() {
        return context.getBean(PooledProjection.class).handled();
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration(excludeName = "io.daybook.vault.autoconfigure.VaultAutoConfiguration")
    @EntityScan({"org.axonframework.eventhandling.tokenstore", "io.daybook.bench.rebuild.pooled"})
    @Import(PooledProjection.class)
    static class Application {

        @Bean
        EntityManager entityManager(EntityManagerFactory factory) {
            return SharedEntityManagerCreator.createSharedEntityManager(factory);
        }
    }
}
