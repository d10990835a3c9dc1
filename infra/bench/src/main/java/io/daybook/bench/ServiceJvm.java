package io.daybook.bench;

import io.daybook.local.PlainJars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the local stack runs a service: a JVM with its flags, on plain jars.
 *
 * @param heap the most, such as {@code 768m}
 * @param collector of garbage, such as {@code SerialGC}
 */
public record ServiceJvm(String heap, String collector) {

    public static final String SERIAL = "SerialGC";
    public static final String CONCURRENT = "ZGC";

    /** The command that runs an executable jar, which is laid out in a folder unless it is already. */
    public List<String> running(Path jar, Path folder) {
        String name = String.valueOf(jar.getFileName());
        Path laidOut = folder.resolve(name + ".d");
        Path program = Files.isDirectory(laidOut)
                ? laidOut.resolve(name)
                : PlainJars.layOut(jar, laidOut, folder.resolve("extraction.log"));
        return running("-jar", program.toString());
    }

    /** The command that runs what these arguments of the JVM name. */
    public List<String> running(String... program) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+Use" + collector,
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC"));
        line.addAll(List.of(program));
        return line;
    }
}
