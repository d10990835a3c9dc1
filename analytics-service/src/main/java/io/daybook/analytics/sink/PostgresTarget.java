package io.daybook.analytics.sink;

import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A table. Rows and offsets are one transaction, and the offsets are moved on only from where this sink knows them to
 * be: so each record is there once, and one that was taken for dead writes nothing when it comes back.
 */
final class PostgresTarget implements Target {

    private final String sink;
    private final Table table;
    private final Connection connection;
    private final Map<TopicPartition, Long> known = new HashMap<>();

    private PostgresTarget(String sink, Table table, Connection connection) {
        this.sink = sink;
        this.table = table;
        this.connection = connection;
    }

    static PostgresTarget open(String name, SinkProperties.Sink sink) throws TargetFailure {
        SinkProperties.Destination to = sink.to();
        Properties settings = new Properties();
        settings.setProperty("user", to.user());
        settings.setProperty("password", to.password());
        settings.setProperty("connectTimeout", "10");
        settings.setProperty("socketTimeout", "60");
        settings.setProperty("ApplicationName", "daybook-sink-" + name);
        Table table = new Table(Objects.requireNonNull(to.table()), sink.columns(), to.key());
        try {
            Connection connection = DriverManager.getConnection(String.valueOf(to.url()), settings);
            PostgresTarget target = new PostgresTarget(name, table, connection);
            try {
                connection.setAutoCommit(false);
                table.prepare(connection);
                connection.commit();
                return target;
            } catch (SQLException | TargetFailure e) {
                target.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new TargetFailure("The table " + table.name() + " cannot be written", e);
        }
    }

    @Override
    public Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) throws TargetFailure {
        known.clear();
        try (PreparedStatement offsets = connection.prepareStatement(
                "SELECT topic, partition, next_offset FROM daybook_sink_offset WHERE sink = ?")) {
            offsets.setString(1, sink);
            try (ResultSet found = offsets.executeQuery()) {
                while (found.next()) {
                    known.put(new TopicPartition(found.getString(1), found.getInt(2)), found.getLong(3));
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new TargetFailure("The offsets cannot be read", e);
        }
        Map<TopicPartition, Long> asked = new HashMap<>(known);
        asked.keySet().retainAll(partitions);
        return asked;
    }

    @Override
    public void write(List<Row> rows, Map<TopicPartition, Long> next) throws TargetFailure {
        try {
            try {
                moveOn(next);
                writeTogether(rows);
            } catch (BatchUpdateException e) {
                connection.rollback();
                if (!isOfData(e)) {
                    throw e;
                }
                moveOn(next);
                writeOneByOne(rows);
            }
            connection.commit();
            known.putAll(next);
        } catch (SQLException e) {
            throw new TargetFailure("The table " + table.name() + " could not be written", e);
        }
    }

    private void moveOn(Map<TopicPartition, Long> next) throws SQLException, TargetFailure {
        // in one order everywhere, so that two who move them on at once do not wait for each other
        List<Map.Entry<TopicPartition, Long>> places = new ArrayList<>(next.entrySet());
        places.sort(Map.Entry.comparingByKey(
                Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition)));
        try (PreparedStatement move = connection.prepareStatement("INSERT INTO daybook_sink_offset AS o VALUES"
                + " (?, ?, ?, ?) ON CONFLICT (sink, topic, partition) DO UPDATE SET next_offset = EXCLUDED.next_offset"
                + " WHERE o.next_offset = ?")) {
            for (Map.Entry<TopicPartition, Long> place : places) {
                TopicPartition partition = place.getKey();
                move.setString(1, sink);
                move.setString(2, partition.topic());
                move.setInt(3, partition.partition());
                move.setLong(4, place.getValue());
                move.setLong(5, known.getOrDefault(partition, -1L));
                if (move.executeUpdate() != 1) {
                    connection.rollback();
                    throw new TargetFailure("Another process writes for this sink: the offset of " + partition
                            + " is not where it was left");
                }
            }
        }
    }

    private void writeTogether(List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(table.insert());
                PreparedStatement reject = connection.prepareStatement(table.insertRejected())) {
            boolean rejected = false;
            for (Row row : rows) {
                switch (row) {
                    case Row.Fit fit -> {
                        set(insert, fit);
                        insert.addBatch();
                    }
                    case Row.Unfit unfit -> {
                        set(reject, unfit.origin(), unfit.reason());
                        reject.addBatch();
                        rejected = true;
                    }
                }
            }
            insert.executeBatch();
            if (rejected) {
                reject.executeBatch();
            }
        }
    }

    /** The database refused one of them for what it holds: it is told from the others by trying each. */
    private void writeOneByOne(List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(table.insert());
                PreparedStatement reject = connection.prepareStatement(table.insertRejected())) {
            for (Row row : rows) {
                String reason = switch (row) {
                    case Row.Unfit unfit -> unfit.reason();
                    case Row.Fit fit -> refusal(insert, fit);
                };
                if (reason != null) {
                    set(reject, row.origin(), reason);
                    reject.executeUpdate();
                }
            }
        }
    }

    private @Nullable String refusal(PreparedStatement insert, Row.Fit row) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            set(insert, row);
            insert.executeUpdate();
            connection.releaseSavepoint(before);
            return null;
        } catch (SQLException e) {
            if (!isOfData(e)) {
                throw e;
            }
            connection.rollback(before);
            return String.valueOf(e.getMessage());
        }
    }

    /** A value that the database cannot hold (class 22), or a rule of the table (23). */
    private static boolean isOfData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private void set(PreparedStatement insert, Row.Fit row) throws SQLException {
        int parameter = 1;
        for (Field field : table.fields()) {
            set(insert, parameter, field.type(), row.values().get(parameter - 1));
            parameter++;
        }
        setOrigin(insert, parameter, row.origin());
    }

    private static void set(PreparedStatement statement, int parameter, Field.Type type, @Nullable JsonNode value)
            throws SQLException {
        if (value == null) {
            statement.setNull(parameter, Types.NULL);
            return;
        }
        switch (type) {
            case TEXT -> statement.setString(parameter, RowText.text(value));
            case BIGINT -> statement.setLong(parameter, Long.parseLong(RowText.text(value)));
            case NUMERIC -> statement.setBigDecimal(parameter, new BigDecimal(RowText.text(value)));
            case BOOLEAN -> statement.setBoolean(parameter, value.booleanValue());
            case TIMESTAMPTZ ->
                statement.setObject(
                        parameter, Instant.parse(value.stringValue()).atOffset(ZoneOffset.UTC));
            case JSONB -> statement.setString(parameter, value.toString());
        }
    }

    private static void set(PreparedStatement reject, ConsumerRecord<byte[], byte[]> origin, String reason)
            throws SQLException {
        setOrigin(reject, 1, origin);
        reject.setString(4, reason.replace("\0", ""));
        reject.setBytes(5, origin.key());
        reject.setBytes(6, origin.value());
    }

    private static void setOrigin(PreparedStatement statement, int from, ConsumerRecord<byte[], byte[]> origin)
            throws SQLException {
        statement.setString(from, origin.topic());
        statement.setInt(from + 1, origin.partition());
        statement.setLong(from + 2, origin.offset());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is gone already; what was not committed never was
            known.clear();
        }
    }
}
