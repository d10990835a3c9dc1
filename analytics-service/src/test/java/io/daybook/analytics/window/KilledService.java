package io.daybook.analytics.window;

import static org.awaitility.Awaitility.await;

import io.daybook.analytics.AnalyticsApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The service in a JVM of its own that ends by kill -9. */
final class KilledService implements AutoCloseable {

    private final Process process;

    private KilledService(Process process) {
        this.process = process;
    }

    static KilledService start(List<String> arguments, Path log) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                AnalyticsApplication.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            return new KilledService(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it has told anything since the lives before, each of which told more. */
    void awaitResults(String bootstrapServers, String topic, int livesBefore) {
        int before = Told.readAll(bootstrapServers, topic).size();
        await("results in life " + (livesBefore + 1))
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> Told.readAll(bootstrapServers, topic).size() > before);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
