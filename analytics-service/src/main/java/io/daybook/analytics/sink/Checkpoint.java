package io.daybook.analytics.sink;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Up to where the files of a sink hold good, and the offsets that this goes with. It replaces the one before at once,
 * after the files are on the disk; so a crash leaves the old one, and what the files have beyond it is cut off.
 *
 * @param number of the file that is written
 * @param length of that file, in bytes
 * @param rejected the length of the file of rejected records
 * @param since when the file was begun
 * @param next the offset of the next record by {@code topic:partition}
 */
record Checkpoint(int number, long length, long rejected, Instant since, Map<String, Long> next) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Checkpoint {
        next = new TreeMap<>(next);
    }

    static Checkpoint read(Path file, Instant now) throws IOException {
        return Files.exists(file)
                ? JSON.readValue(Files.readAllBytes(file), Checkpoint.class)
                : new Checkpoint(1, 0, 0, now, Map.of());
    }

    void write(Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.write(temporary, JSON.writeValueAsBytes(this));
        force(temporary, StandardOpenOption.WRITE);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        force(Objects.requireNonNull(file.toAbsolutePath().getParent()), StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
