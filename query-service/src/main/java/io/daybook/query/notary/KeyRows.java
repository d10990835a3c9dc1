package io.daybook.query.notary;

import io.daybook.notary.VerifierKey;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code query.notary_key}. */
@Repository
class KeyRows {

    private final JdbcClient jdbc;

    KeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A public key of the log.
     *
     * @param fromSize the size of the first checkpoint that it signed
     */
    record Used(VerifierKey key, long fromSize) {}

    /** In the order in which they came into use. */
    List<Used> all() {
        return jdbc.sql("SELECT vkey, from_size FROM query.notary_key ORDER BY from_size")
                .query((row, _) -> new Used(VerifierKey.parse(row.getString(1)), row.getLong(2)))
                .list();
    }

    /** The one that signed last. */
    Optional<VerifierKey> last() {
        return all().stream().reduce((_, later) -> later).map(Used::key);
    }

    void add(VerifierKey key, long fromSize) {
        jdbc.sql("INSERT INTO query.notary_key (vkey, from_size) VALUES (?, ?)")
                .params(key.toString(), fromSize)
                .update();
    }
}
