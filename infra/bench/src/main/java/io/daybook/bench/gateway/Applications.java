package io.daybook.bench.gateway;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts an application of a contender with the command service's settings, without web server and log. */
final class Applications {

    private Applications() {}

    static ConfigurableApplicationContext start(Class<?> application, String jdbcUrl, String role, String... further) {
        String[] settings = {
            "--spring.datasource.url=" + jdbcUrl,
            "--spring.datasource.username=" + role,
            "--spring.main.banner-mode=off",
            "--spring.jmx.enabled=false",
            "--logging.structured.format.console=",
            "--logging.level.root=ERROR" // sessions are ended on purpose, so that PostgreSQL reports their counts
        };
        String[] all = new String[settings.length + further.length];
        System.arraycopy(settings, 0, all, 0, settings.length);
        System.arraycopy(further, 0, all, settings.length, further.length);
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(all);
    }
}
