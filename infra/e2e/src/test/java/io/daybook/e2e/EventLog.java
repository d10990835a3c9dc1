package io.daybook.e2e;

import io.daybook.api.EventHeaders;
import io.daybook.api.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event table and the topic, read directly. */
final class EventLog {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FETCH = 5_000;

    private final RunningSystem system;

    EventLog(RunningSystem system) {
        this.system = system;
    }

    /** How many events there are, the highest position, and what the head says. */
    record Extent(long count, long highest, long head) {}

    Extent extent() {
        return query(
                "SELECT (SELECT count(*) FROM events.event), (SELECT coalesce(max(position), 0) FROM events.event),"
                        + " (SELECT position FROM events.head)",
                rows -> {
                    rows.next();
                    return new Extent(rows.getLong(1), rows.getLong(2), rows.getLong(3));
                });
    }

    Map<String, Long> countByType() {
        return query("SELECT payload_type, count(*) FROM events.event GROUP BY payload_type", rows -> {
            Map<String, Long> counts = new HashMap<>();
            while (rows.next()) {
                String type = rows.getString(1);
                counts.merge(type.substring(type.lastIndexOf('.') + 1), rows.getLong(2), Long::sum);
            }
            return counts;
        });
    }

    /** The available pieces of every SKU after all events; fails where they were below zero after any event. */
    Map<String, Long> availableStock() {
        String sql = "SELECT position, payload_type, payload FROM events.event WHERE aggregate_id LIKE 'stock:%'"
                + " ORDER BY position";
        return query(sql, rows -> {
            Map<String, Long> available = new TreeMap<>();
            while (rows.next()) {
                String type = rows.getString(2);
                JsonNode event = JSON.readTree(rows.getBytes(3));
                String sku = event.get("sku").asString();
                long now = available.merge(sku, change(type, event), Long::sum);
                if (now < 0) {
                    throw new AssertionError("stock of %s is %d after event %d".formatted(sku, now, rows.getLong(1)));
                }
            }
            return available;
        });
    }

    private static long change(String type, JsonNode event) {
        return switch (type.substring(type.lastIndexOf('.') + 1)) {
            case "StockReceived", "ReservationReleased" -> event.get("quantity").asLong();
            case "StockReserved", "StockWrittenOff" -> -event.get("quantity").asLong();
            case "ReservationRefused", "StockDispatched" -> 0;
            default -> throw new AssertionError("no import writes " + type);
        };
    }

    /** The positions in the topic; fails where a partition is not in the order of positions. */
    BitSet publishedPositions() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                system.bootstrapServers(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                FETCH);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<Integer, Long> last = new HashMap<>();
            BitSet positions = new BitSet();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(published -> add(published, last, positions));
            }
            return positions;
        }
    }

    private static void add(ConsumerRecord<byte[], byte[]> published, Map<Integer, Long> last, BitSet positions) {
        int position = Integer.parseInt(
                new String(published.headers().lastHeader(EventHeaders.POSITION).value(), StandardCharsets.UTF_8));
        long before = last.getOrDefault(published.partition(), 0L);
        if (position <= before && !positions.get(position)) {
            throw new AssertionError(
                    "event %d comes after event %d in partition %d".formatted(position, before, published.partition()));
        }
        last.merge(published.partition(), (long) position, Math::max);
        positions.set(position);
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Reading<T> reading) {
        try (Connection connection = DriverManager.getConnection(system.jdbcUrl(), "daybook_query", null);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
