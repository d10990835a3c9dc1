package io.daybook.bench.gateway;

import io.daybook.api.catalog.command.RegisterProduct;
import io.daybook.api.catalog.command.ReviseProduct;
import io.daybook.bench.cost.StatementCounter;
import io.daybook.command.platform.Commands;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The subject: the command service's path on its own store, as it runs in production. */
public final class DaybookContender implements Contender {

    private final ConfigurableApplicationContext context;
    private final Commands commands;

    private DaybookContender(ConfigurableApplicationContext context) {
        this.context = context;
        this.commands = context.getBean(Commands.class);
    }

    public static DaybookContender on(String jdbcUrl) {
        return new DaybookContender(Applications.start(Application.class, jdbcUrl, "daybook_command"));
    }

    /** With its statements counted, at some cost. */
    public static DaybookContender counted(String jdbcUrl) {
        return new DaybookContender(Applications.start(CountedApplication.class, jdbcUrl, "daybook_command"));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void create(int client, String sku) {
        commands.send(new RegisterProduct(sku, Workload.NAME, true, null), Workload.cause());
    }

    @Override
    public void update(int client, String sku, String name) {
        commands.send(new ReviseProduct(sku, name, null), Workload.cause());
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
    @ComponentScan(
            basePackages = "io.daybook.command.platform",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "io\\.daybook\\.command\\.platform\\.(Commands|DecidingVersion)"))
    @Import(CommandPath.class)
    static class Application {}

    @Import({Application.class, StatementCounter.class})
    static class CountedApplication {}
}
