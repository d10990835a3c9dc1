package io.daybook.analytics.sink;

import io.daybook.analytics.platform.AnalyticsProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The sinks without the rest of the service, in a JVM of their own, to be killed. */
final class SinkProcess {

    private final Process process;

    private SinkProcess(Process process) {
        this.process = process;
    }

    /**
     * The service's sinks, and its settings; no configuration by its annotation, or the whole service would find it.
     */
    @Import(SinkConfiguration.class)
    @EnableConfigurationProperties({SinkProperties.class, AnalyticsProperties.class})
    static class SinksAlone {

        static void main(String[] arguments) {
            SpringApplication application = new SpringApplication(SinksAlone.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.run(arguments);
        }

        @Bean
        Admin admin(AnalyticsProperties properties) {
            return Admin.create(Map.of("bootstrap.servers", (Object) properties.bootstrapServers()));
        }
    }

    static SinkProcess start(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                SinksAlone.class.getName()));
        command.addAll(arguments);
        command.add("--spring.main.keep-alive=true");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "sink-process.log").toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            return new SinkProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
