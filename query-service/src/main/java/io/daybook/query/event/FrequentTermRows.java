package io.daybook.query.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The table {@code query.event_often}. */
final class FrequentTermRows {

    private static final int FETCH = 2_000;

    private FrequentTermRows() {}

    /** Adds those of the buckets that have become full by the events after a position, which are in the index. */
    static void addOfFull(Connection connection, long after, long last) throws SQLException {
        for (long bucket = TermKeys.bucket(after + 1); bucket < TermKeys.bucket(last + 1); bucket++) {
            add(connection, bucket, FrequentTerms.of(keysByPlace(connection, bucket)));
        }
    }

    private static List<long[]> keysByPlace(Connection connection, long bucket) throws SQLException {
        List<long[]> keys = new ArrayList<>(Collections.nCopies(TermKeys.POSITIONS, new long[0]));
        long start = TermKeys.start(bucket);
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT position, terms FROM query.event_term WHERE position >= ? AND position < ?")) {
            query.setFetchSize(FETCH);
            query.setLong(1, start);
            query.setLong(2, start + TermKeys.POSITIONS);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    keys.set(Math.toIntExact(rows.getLong(1) - start), keys((Long[])
                            rows.getArray(2).getArray()));
                }
            }
        }
        return keys;
    }

    private static long[] keys(Long[] boxed) {
        long[] keys = new long[boxed.length];
        for (int number = 0; number < boxed.length; number++) {
            keys[number] = boxed[number];
        }
        return keys;
    }

    private static void add(Connection connection, long bucket, List<FrequentTerms.Frequent> terms)
            throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY query.event_often (bucket, term, places) FROM STDIN");
        for (FrequentTerms.Frequent frequent : terms) {
            byte[] row = "%d\t%d\tx%s\n"
                    .formatted(bucket, frequent.term(), frequent.places())
                    .getBytes(StandardCharsets.US_ASCII);
            copy.writeToCopy(row, 0, row.length);
        }
        copy.endCopy();
    }
}
