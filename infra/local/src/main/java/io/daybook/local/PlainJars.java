package io.daybook.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An executable jar of a service, laid out as plain jars: that starts faster than from the nested one, and a library
 * with native code, such as the compression of Kafka's records, finds it only there.
 */
public final class PlainJars {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private PlainJars() {}

    /**
     * Lays a jar out in a folder that is not there yet, and answers the jar to start.
     *
     * @param log where the program that does it writes
     */
    public static Path layOut(Path built, Path folder, Path log) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools",
                "-jar",
                built.toString(),
                "extract",
                "--destination",
                folder.toString());
        ChildProcess extraction =
                ChildProcess.start("The extraction of " + built.getFileName(), command, Map.of(), log);
        if (!extraction.awaitExit(LIMIT) || extraction.exitCode() != 0) {
            throw new LocalStackException("Cannot unpack " + built + ":\n" + extraction.lastLines());
        }
        return folder.resolve(built.getFileName());
    }
}
