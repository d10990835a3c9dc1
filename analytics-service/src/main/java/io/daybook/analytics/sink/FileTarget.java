package io.daybook.analytics.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/**
 * Files {@code NAME-000001.ndjson} and so on in a folder; what cannot be written goes to {@code NAME.rejected.ndjson}.
 * Each record is there once, also after a crash, see {@link Checkpoint}. One process at a time.
 */
final class FileTarget implements Target {

    private final String name;
    private final SinkProperties.Destination settings;
    private final boolean csv;
    private final RowText text;
    private final InstantSource clock;
    private final Path folder;
    private final FileChannel lock;
    private Checkpoint checkpoint;

    private FileTarget(
            String name,
            SinkProperties.Sink sink,
            InstantSource clock,
            Path folder,
            FileChannel lock,
            Checkpoint start) {
        this.name = name;
        this.settings = sink.to();
        this.csv = settings.kind() == SinkProperties.Kind.CSV;
        this.text = new RowText(sink);
        this.clock = clock;
        this.folder = folder;
        this.lock = lock;
        this.checkpoint = start;
    }

    static FileTarget open(String name, SinkProperties.Sink sink, InstantSource clock) throws TargetFailure {
        Path folder = Objects.requireNonNull(sink.to().folder());
        try {
            Files.createDirectories(folder);
            FileChannel lock = lock(folder.resolve(name + ".lock"));
            Checkpoint start = Checkpoint.read(folder.resolve(name + ".checkpoint"), clock.instant());
            FileTarget target = new FileTarget(name, sink, clock, folder, lock, start);
            target.cutOff();
            return target;
        } catch (IOException e) {
            throw new TargetFailure("The files in " + folder + " cannot be written", e);
        }
    }

    private static FileChannel lock(Path file) throws IOException, TargetFailure {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new TargetFailure("Another sink of this process writes to these files", e);
        }
        channel.close();
        throw new TargetFailure("Another process writes to these files: " + file + " is locked");
    }

    /** What a crash left beyond the checkpoint. */
    private void cutOff() throws IOException {
        truncate(file(checkpoint.number()), checkpoint.length());
        truncate(rejectedFile(), checkpoint.rejected());
        Files.deleteIfExists(file(checkpoint.number() + 1));
    }

    private static void truncate(Path file, long length) throws IOException {
        if (!Files.exists(file) && length == 0) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() < length) {
                throw new IOException(
                        "%s has %d bytes of the %d that were written".formatted(file, channel.size(), length));
            }
            channel.truncate(length);
        }
    }

    @Override
    public void write(List<Row> rows, Map<TopicPartition, Long> next) throws TargetFailure {
        try {
            Checkpoint start = rotated();
            StringBuilder lines = new StringBuilder(start.length() == 0 && csv ? text.csvHeader() + "\n" : "");
            StringBuilder rejected = new StringBuilder();
            for (Row row : rows) {
                switch (row) {
                    case Row.Fit fit ->
                        lines.append(csv ? text.csv(fit) : text.json(fit)).append('\n');
                    case Row.Unfit unfit ->
                        rejected.append(RowText.rejected(unfit)).append('\n');
                }
            }
            long length = append(file(start.number()), start.length(), lines);
            long rejectedLength = append(rejectedFile(), start.rejected(), rejected);
            Map<String, Long> all = new HashMap<>(start.next());
            next.forEach((partition, offset) -> all.put(named(partition), offset));
            Checkpoint reached = new Checkpoint(start.number(), length, rejectedLength, start.since(), all);
            reached.write(folder.resolve(name + ".checkpoint"));
            checkpoint = reached;
        } catch (IOException e) {
            throw new TargetFailure("The files in " + folder + " could not be written", e);
        }
    }

    private Checkpoint rotated() {
        Instant now = clock.instant();
        Duration limit = settings.rotateAfter();
        boolean old = limit.isPositive() && !now.isBefore(checkpoint.since().plus(limit));
        boolean full = checkpoint.length() >= settings.rotateSize().toBytes();
        return checkpoint.length() > 0 && (old || full)
                ? new Checkpoint(checkpoint.number() + 1, 0, checkpoint.rejected(), now, checkpoint.next())
                : checkpoint;
    }

    private static long append(Path file, long from, StringBuilder lines) throws IOException {
        if (lines.isEmpty()) {
            return from;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(from);
            ByteBuffer bytes = UTF_8.encode(lines.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
            return channel.position();
        }
    }

    @Override
    public Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Long next = checkpoint.next().get(named(partition));
            if (next != null) {
                positions.put(partition, next);
            }
        }
        return positions;
    }

    private static String named(TopicPartition partition) {
        return partition.topic() + ":" + partition.partition();
    }

    private Path file(int number) {
        return folder.resolve("%s-%06d.%s".formatted(name, number, csv ? "csv" : "ndjson"));
    }

    private Path rejectedFile() {
        return folder.resolve(name + ".rejected.ndjson");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
