package io.daybook.notary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A log of made-up events that is sealed now and then, and its exports. */
final class SampleLog {

    static final String ORIGIN = "shop.example/events";

    final List<EventRecord> events = new ArrayList<>();
    final TileBuilder tiles = new TileBuilder(0, (_, _) -> new byte[0]);
    final TreeMap<Long, String> checkpoints = new TreeMap<>();
    final SigningKey key;
    private final TreeHasher hasher = new TreeHasher();
    private final Random random;

    SampleLog(long seed) {
        this(seed, SigningKey.generate(ORIGIN));
    }

    SampleLog(long seed, SigningKey key) {
        this.random = new Random(seed);
        this.key = key;
    }

    static SampleLog of(long seed, int count) {
        SampleLog log = new SampleLog(seed);
        while (log.events.size() < count) {
            log.add(log.randomContent());
            if (log.random.nextInt(130) == 0) {
                log.seal();
            }
        }
        return log;
    }

    byte[] randomContent() {
        long sequence = random.nextInt(100);
        return content(
                "order:" + random.nextInt(1_000),
                sequence,
                random.nextInt(10) == 0 ? null : "Order",
                "event-" + random.nextLong(),
                1_700_000_000_000_000L + random.nextInt(),
                "io.daybook.api.order.event.OrderPlaced",
                random.nextBoolean() ? null : "1",
                "{\"lines\":" + "7".repeat(random.nextInt(300)) + "}",
                "{\"actor\":\"it\"}");
    }

    static byte[] content(
            String aggregateId,
            long sequence,
            @Nullable String type,
            String eventId,
            long recordedAt,
            String payloadType,
            @Nullable String revision,
            String payload,
            String metadata) {
        return new EventRecord.Columns(
                        aggregateId,
                        sequence,
                        type,
                        eventId,
                        recordedAt,
                        payloadType,
                        revision,
                        payload.getBytes(StandardCharsets.UTF_8),
                        metadata.getBytes(StandardCharsets.UTF_8))
                .encoded();
    }

    EventRecord event(long position, byte[] content) {
        byte[] hash = new EventRecord(position, content, new byte[0]).expectedHash(hasher);
        return new EventRecord(position, content, hash);
    }

    void add(byte[] content) {
        EventRecord event = event(events.size() + 1, content);
        events.add(event);
        tiles.append(hasher.leaf(event.hash()));
    }

    void seal() {
        byte[] root = new Proofs(new TileNodes(tiles)).root(tiles.size());
        checkpoints.put(tiles.size(), new Checkpoint(ORIGIN, tiles.size(), root).signed(List.of(key)));
    }

    VerifierKeys keys() {
        return new VerifierKeys(List.of(key.verifier()));
    }

    /** An export of the first events, with the checkpoints that it is given. */
    byte[] export(int until, Map<Long, String> signed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ExportWriter writer = new ExportWriter(out);
            for (EventRecord event : events.subList(0, until)) {
                writer.event(event);
                int inTile = (int) ((event.position() - 1) % Tile.WIDTH) + 1;
                if (inTile == Tile.WIDTH || event.position() == until) {
                    byte[] leaves = tiles.hashes(0, (event.position() - 1) / Tile.WIDTH);
                    writer.leaves(event.position() - inTile + 1, Arrays.copyOf(leaves, inTile * 32));
                }
                if (signed.containsKey(event.position())) {
                    writer.checkpoint(Objects.requireNonNull(signed.get(event.position())));
                }
            }
            if (!signed.containsKey((long) until)) {
                Map.Entry<Long, String> later = Objects.requireNonNull(checkpoints.higherEntry((long) until));
                long next = later.getKey();
                writer.consistency(until, next, new Proofs(new TileNodes(tiles)).consistency(until, next));
                writer.checkpoint(later.getValue());
            }
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    byte[] export(int until) {
        return export(until, checkpoints);
    }
}
