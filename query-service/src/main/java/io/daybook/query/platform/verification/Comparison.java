package io.daybook.query.platform.verification;

import io.daybook.query.platform.generation.Tokens;
import io.daybook.query.platform.model.BulkModel;
import io.daybook.query.platform.model.Digest;
import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import io.daybook.query.platform.model.Storage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows of one model with what the events make of them, one part of the entities after the other, so that
 * those of a part fit into memory.
 */
final class Comparison<V, E> {

    private static final int FETCH = 5_000;

    private final ReadModel<V, E> model;
    private final List<Tokens.Place> places;
    private final Findings findings;
    private final List<BulkModel<V, E>> shares = new ArrayList<>();
    private long rows;
    private long expectedRows;
    private Digest actual = Digest.NONE;
    private Digest expected = Digest.NONE;

    /**
     * A comparison.
     *
     * @param places how far the model's processor has come, by segment
     */
    Comparison(ReadModel<V, E> model, List<Tokens.Place> places, Findings findings) {
        this.model = model;
        this.places = places;
        this.findings = findings;
    }

    ReadModel<V, E> model() {
        return model;
    }

    void begin(int workers) {
        shares.clear();
        for (int worker = 0; worker < workers; worker++) {
            shares.add(new BulkModel<>(model, true));
        }
    }

    /** Folds what of a chunk belongs to a part and has been projected already. */
    void apply(int worker, List<Recorded<Object>> chunk, Part part, Connection unused) throws SQLException {
        List<Recorded<Object>> own = new ArrayList<>();
        for (Recorded<Object> recorded : chunk) {
            if (model.follows(recorded.event().getClass())
                    && recorded.position() <= bound(recorded.aggregateId())
                    && part.has(model.isOfAggregates() ? recorded.aggregateId().hashCode() : recorded.position())) {
                own.add(recorded);
            }
        }
        shares.get(worker).apply(unused, own);
    }

    private long bound(String aggregateId) {
        for (Tokens.Place place : places) {
            if (places.size() == 1 || place.concerns(aggregateId)) {
                return place.position();
            }
        }
        return 0;
    }

    /** Goes through the rows of a part. */
    void compare(Connection snapshot, Part part) throws SQLException {
        Map<Object, Kept<V>> made = new HashMap<>();
        shares.forEach(share -> made.putAll(share.snapshot()));
        shares.clear();
        expectedRows += made.size();
        made.values().forEach(kept -> expected = expected.and(Digest.of(kept)));
        Storage<V> storage = new Storage<>(model.table());
        try (PreparedStatement statement = snapshot.prepareStatement("SELECT * FROM " + model.name())) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Object key = storage.key(row);
                    if (part.has(place(key))) {
                        compare(key, made.remove(key), row);
                    }
                }
            }
        }
        made.forEach((key, kept) -> findings.add(Difference.between(model.table(), key, kept, null)));
    }

    private long place(Object key) {
        return model.isOfAggregates() ? model.aggregateId(key).hashCode() : model.position(key);
    }

    private void compare(Object key, @Nullable Kept<V> made, ResultSet row) throws SQLException {
        rows++;
        Kept<V> kept = model.table().kept(row);
        actual = actual.and(Digest.of(kept));
        findings.add(Difference.between(model.table(), key, made, kept));
    }

    ModelVerdict verdict(Map<String, Digest> kept) {
        return new ModelVerdict(
                model.name(),
                places.stream().mapToLong(Tokens.Place::position).min().orElse(0),
                rows,
                expectedRows,
                actual.text(),
                kept.getOrDefault(model.name(), Digest.NONE).text(),
                expected.text(),
                findings.of(model.name()));
    }

    /** One of several parts of the entities. */
    record Part(int number, int of) {
        boolean has(long place) {
            return Math.floorMod(place, of) == number;
        }
    }
}
