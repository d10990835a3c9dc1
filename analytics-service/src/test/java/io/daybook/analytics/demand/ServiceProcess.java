package io.daybook.analytics.demand;

import io.daybook.analytics.AnalyticsApplication;
import io.daybook.analytics.RunningService;
import io.daybook.analytics.RunningService.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The whole service in a JVM of its own, to be killed. */
public final class ServiceProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one. */
    public static ServiceProcess start(List<String> arguments, int port, Path log, String... furtherArguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                AnalyticsApplication.class.getName()));
        command.addAll(arguments);
        command.addAll(Arrays.asList(furtherArguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            return new ServiceProcess(builder.start(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events applied so far, or empty while the service does not answer. */
    OptionalLong position() {
        return number("/processors/0/position");
    }

    OptionalLong lag() {
        return number("/processors/0/lag");
    }

    /** What is published of activities and not applied yet. */
    OptionalLong activityLag() {
        return number("/processors/1/lag");
    }

    /** The processor time used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    public Reply get(String path) {
        return RunningService.ask(port, "GET", path);
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        await(30);
    }

    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        stop();
    }

    /** Asks it to shut down, and returns when it has. */
    void stop() {
        process.destroy();
        if (!await(20)) {
            kill();
        }
    }

    private OptionalLong number(String pointer) {
        try {
            Reply positions = get("/positions");
            return positions.status() == 200
                    ? OptionalLong.of(Long.parseLong(positions.text(pointer)))
                    : OptionalLong.empty();
        } catch (UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean await(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
