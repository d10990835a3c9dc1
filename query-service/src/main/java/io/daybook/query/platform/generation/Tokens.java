package io.daybook.query.platform.generation;

import io.daybook.query.platform.model.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The tokens of a generation's processors: how far each of their segments has come, and who works on it. */
@Component
public final class Tokens {

    /**
     * A token that is being replayed has the place it has come to inside, one of a merge those of both halves; who has
     * not renewed a claim for 10 s has lost it.
     */
    private static final String ALL = """
            SELECT processor_name, segment,
                   CASE WHEN stored_at::timestamptz > now() - interval '10 s' THEN owner END AS owner,
                   coalesce(
                       (t -> 'currentToken' ->> 'globalIndex')::bigint,
                       (t ->> 'globalIndex')::bigint,
                       least(
                           (t -> 'lowerSegmentToken' ->> 'globalIndex')::bigint,
                           (t -> 'upperSegmentToken' ->> 'globalIndex')::bigint),
                       0) AS position,
                   coalesce(t ?? 'tokenAtReset', false) AS replaying
            FROM (SELECT processor_name, segment, owner, stored_at, convert_from(token, 'UTF8')::jsonb AS t FROM token
                  WHERE processor_name NOT LIKE '\\_\\_%') tokens ORDER BY processor_name, segment
            """;

    private final JdbcTemplate jdbc;
    private final TokenStore store;
    private final TransactionOperations transactions;

    Tokens(JdbcTemplate jdbc, TokenStore store, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * How far a segment has come.
     *
     * @param owner the instance that works on it; null where none does
     * @param replaying whether it has been set back, and not yet passed again where it was
     */
    public record Place(
            String processor, Segment segment, @Nullable String owner, long position, boolean replaying) {

        /** Whether the events of an aggregate are its business. */
        public boolean concerns(String aggregateId) {
            return segment.matches(aggregateId.hashCode());
        }
    }

    /** The segments of the generation of this thread. */
    public List<Place> places() {
        return Transactional.ask(jdbc, Tokens::places);
    }

    /** The segments as a connection sees them. */
    public static List<Place> places(Connection connection) throws SQLException {
        record Row(String processor, int segment, @Nullable String owner, long position, boolean replaying) {}
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(row.getString(1), row.getInt(2), row.getString(3), row.getLong(4), row.getBoolean(5)));
            }
        }
        Map<String, int[]> segments = rows.stream()
                .collect(Collectors.groupingBy(
                        Row::processor,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                all -> all.stream().mapToInt(Row::segment).toArray())));
        return rows.stream()
                .map(row -> new Place(
                        row.processor(),
                        Segment.computeSegment(row.segment(), segments.get(row.processor())),
                        row.owner(),
                        row.position(),
                        row.replaying()))
                .toList();
    }

    /** Sets a processor of this thread's generation to a position, with so many segments. Nobody may work on it. */
    public void set(String processor, int segments, long position) {
        transactions.executeWithoutResult(_ -> {
            jdbc.update("DELETE FROM token WHERE processor_name = ?", processor);
            store.initializeTokenSegments(processor, segments, new GlobalSequenceTrackingToken(position));
        });
    }

    /** Splits a segment in two, both of which go on from where it is. Nobody may work on the processor. */
    public void split(String processor, Segment segment) {
        jdbc.update(
                "INSERT INTO token (processor_name, segment, token, token_type, stored_at)"
                        + " SELECT processor_name, ?, token, token_type, stored_at FROM token"
                        + " WHERE processor_name = ? AND segment = ?",
                segment.splitSegmentId(),
                processor,
                segment.getSegmentId());
    }

    /**
     * Makes one segment of two, which goes on from the earlier place: what the other has applied already changes
     * nothing. Nobody may work on the processor.
     */
    public void merge(Place one, Place other) {
        int kept = one.segment().mergedWith(other.segment()).getSegmentId();
        int gone = kept == one.segment().getSegmentId()
                ? other.segment().getSegmentId()
                : one.segment().getSegmentId();
        int earlier =
                (one.position() <= other.position() ? one : other).segment().getSegmentId();
        transactions.executeWithoutResult(_ -> {
            jdbc.update(
                    "UPDATE token SET token = e.token, token_type = e.token_type FROM token e WHERE token.processor_name = ?"
                            + " AND token.segment = ? AND e.processor_name = token.processor_name AND e.segment = ?",
                    one.processor(),
                    kept,
                    earlier);
            jdbc.update("DELETE FROM token WHERE processor_name = ? AND segment = ?", one.processor(), gone);
        });
    }
}
