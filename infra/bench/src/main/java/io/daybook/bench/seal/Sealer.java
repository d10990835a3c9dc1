package io.daybook.bench.seal;

import io.daybook.bench.gateway.Applications;
import io.daybook.notary.SigningKey;
import io.daybook.query.QueryServiceApplication;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;

/** The query service's notary with its settings, and nothing else of it, that can be made to work and to rest. */
final class Sealer implements AutoCloseable {

    private static final String ORIGIN = "bench/events";
    private static final long LOOK = Duration.ofMillis(5).toNanos();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ConfigurableApplicationContext context;
    private final SmartLifecycle loop;
    private final JdbcTemplate jdbc;

    private Sealer(ConfigurableApplicationContext context) {
        this.context = context;
        this.loop = context.getBean("sealingLoop", SmartLifecycle.class);
        this.jdbc = context.getBean(JdbcTemplate.class);
    }

    static Sealer on(String jdbcUrl) {
        return new Sealer(Applications.start(
                Application.class,
                QueryServiceApplication.class,
                jdbcUrl,
                "daybook_query",
                // the read models, of whose health its settings speak, are not there
                "--management.endpoint.health.validate-group-membership=false",
                "--daybook.notary.origin=" + ORIGIN,
                "--daybook.notary.key=" + SigningKey.generate(ORIGIN).pem()));
    }

    /** Lets it work; it has sealed all that is there when this returns. */
    void work() {
        loop.start();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (sealed() < number("SELECT position FROM events.head")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The log is not sealed in time");
            }
            LockSupport.parkNanos(LOOK);
        }
    }

    void rest() {
        loop.stop();
    }

    /** How many events are sealed. */
    long sealed() {
        return number("SELECT coalesce(max(size), 0) FROM query.notary_checkpoint");
    }

    long checkpoints() {
        return number("SELECT count(*) FROM query.notary_checkpoint");
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
                "io.daybook.vault.autoconfigure.VaultAutoConfiguration"
            })
    @ConfigurationPropertiesScan("io.daybook.query.notary")
    @ComponentScan(
            basePackages = "io.daybook.query.notary",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "io\\.daybook\\.query\\.notary\\.(Notary|NotaryLock|SealingLoop|Signers|OutsideCopy|.*Rows)"))
    static class Application {}
}
