package io.daybook.bench.gateway;

import io.daybook.command.CommandServiceApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts an application within this process with a service's settings, without web server and log. */
public final class Applications {

    private Applications() {}

    /** With the command service's settings. */
    static ConfigurableApplicationContext start(Class<?> application, String jdbcUrl, String role, String... further) {
        return start(application, CommandServiceApplication.class, jdbcUrl, role, further);
    }

    /**
     * Starts an application.
     *
     * @param service whose settings it gets; the class path has those of both
     */
    public static ConfigurableApplicationContext start(
            Class<?> application, Class<?> service, String jdbcUrl, String role, String... further) {
        String[] settings = {
            "--spring.config.location=" + settingsOf(service),
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

    private static String settingsOf(Class<?> service) {
        String place =
                service.getProtectionDomain().getCodeSource().getLocation().toString();
        return place.endsWith("/") ? place + "application.yaml" : "jar:" + place + "!/application.yaml";
    }
}
