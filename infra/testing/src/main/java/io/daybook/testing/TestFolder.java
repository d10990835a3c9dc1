package io.daybook.testing;

import io.daybook.local.Folders;
import io.daybook.local.LocalKafka;
import io.daybook.local.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that carries the process id of its JVM, so that a later one can clear up after a killed one. */
final class TestFolder {

    private static final String PREFIX = "daybook-test-";

    private TestFolder() {}

    static Path create() {
        Path root = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            clearUpAfterTheDead(root);
            return Files.createTempDirectory(
                    root, PREFIX + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clearUpAfterTheDead(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            List<Path> left = entries.filter(TestFolder::ownerIsDead).toList();
            left.forEach(TestFolder::clearUp);
        }
    }

    private static boolean ownerIsDead(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.startsWith(PREFIX) || !Files.isDirectory(folder)) {
            return false;
        }
        String pid = name.substring(PREFIX.length()).split("-", 2)[0];
        return pid.matches("\\d{1,10}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static void clearUp(Path folder) {
        postgres(folder, 0).stopLeftover();
        kafka(folder, 0).stopLeftover();
        Folders.delete(folder);
    }

    static LocalPostgres postgres(Path folder, int port) {
        return new LocalPostgres(folder.resolve("postgres"), port, folder.resolve("postgres.log"));
    }

    static LocalKafka kafka(Path folder, int port) {
        return new LocalKafka(folder.resolve("kafka"), port, folder.resolve("kafka.log"));
    }
}
