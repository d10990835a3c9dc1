package io.daybook.query.platform.verification;

import io.daybook.query.platform.generation.Tokens;
import io.daybook.query.platform.model.DeadLetterBook;
import io.daybook.query.platform.model.Digest;
import io.daybook.query.platform.model.Digests;
import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.model.Projection;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Storage;
import io.daybook.query.platform.model.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts one entity right without touching the rest: folds its events again up to the position that its segment has
 * passed, and writes the result, while the batches of its group wait.
 */
@Component
public final class Repair {

    /** The share of the digests that repairs change. */
    private static final int SHARE = -1;

    private final EntityHistory history;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;

    Repair(EntityHistory history, JdbcTemplate jdbc, TransactionOperations transactions) {
        this.history = history;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Repairs an entity of this thread's generation; answers what was wrong, empty where nothing was. */
    public <V, E> Optional<Difference> entity(Projection projection, ReadModel<V, E> model, Object key) {
        return Objects.requireNonNull(transactions.execute(
                _ -> Transactional.ask(jdbc, connection -> entity(connection, projection.group(), model, key))));
    }

    private <V, E> Optional<Difference> entity(Connection connection, String group, ReadModel<V, E> model, Object key)
            throws SQLException {
        DeadLetterBook.enterAlone(connection, group);
        Storage<V> storage = new Storage<>(model.table());
        Kept<V> before = storage.load(connection, List.of(key)).get(key);
        Kept<V> after = history.at(model, key, history.passed(model, key, places(connection, group)))
                .orElse(null);
        Optional<Difference> wrong = Difference.between(model.table(), key, after, before);
        if (wrong.isEmpty()) {
            return wrong;
        }
        if (after == null) {
            storage.delete(connection, List.of(key));
        } else {
            storage.write(connection, List.of(after));
        }
        Digest change = digest(after).minus(digest(before));
        Digests.add(connection, SHARE, Map.of(model.name(), change));
        return wrong;
    }

    private static Digest digest(@Nullable Kept<?> row) {
        return row == null ? Digest.NONE : Digest.of(row);
    }

    private static List<Tokens.Place> places(Connection connection, String group) throws SQLException {
        return Tokens.places(connection).stream()
                .filter(place -> place.processor().equals(group))
                .toList();
    }
}
