package io.daybook.e2e.faults;

import io.daybook.e2e.Repository;
import io.daybook.local.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The command-service's jar, laid out as plain jars once, which starts faster than from the nested one. */
record ServiceProgram(Path jar) {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    static ServiceProgram layOutIn(Path folder) {
        Path built = Repository.root().resolve("command-service/target/command-service.jar");
        if (!Files.exists(built)) {
            throw new IllegalStateException(built + " is missing: build it with mvn -DskipTests package");
        }
        Path program = folder.resolve("program");
        ChildProcess extraction = ChildProcess.start(
                "extraction",
                List.of(java(), "-Djarmode=tools", "-jar", built.toString(), "extract", "--destination", "" + program),
                Map.of(),
                folder.resolve("extraction.log"));
        if (!extraction.awaitExit(LIMIT) || extraction.exitCode() != 0) {
            throw new IllegalStateException("Cannot unpack " + built + ":\n" + extraction.lastLines());
        }
        return new ServiceProgram(program.resolve(built.getFileName()));
    }

    /** The command line of an instance; quick to start rather than fast for ever. */
    List<String> line() {
        return List.of(
                java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC",
                "-jar",
                jar.toString());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
