package io.daybook.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What all clients were told, in about the order in which they were. */
final class ToldLog {

    private final Queue<Told> all = new ConcurrentLinkedQueue<>();

    void add(Told told) {
        all.add(told);
    }

    /** What was told of each request. */
    Map<String, List<Told>> byKey() {
        return all.stream().collect(Collectors.groupingBy(Told::key, LinkedHashMap::new, Collectors.toList()));
    }

    /** How many answers there were of each status. */
    Map<Integer, Long> byStatus() {
        return all.stream().collect(Collectors.groupingBy(Told::status, Collectors.counting()));
    }

    /** Keeps it for a look after a failure. */
    void write(Path file) {
        try {
            Files.write(file, all.stream().map(Told::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
