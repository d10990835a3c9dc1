package io.daybook.vault;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wrapped keys in the database, where a destroyed one leaves its id behind so that it cannot be made anew. */
final class KeyRows {

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final SecureRandom random = new SecureRandom();

    KeyRows(DataSource dataSource, MasterKeys masters) {
        this.jdbc = JdbcClient.create(dataSource);
        this.masters = masters;
    }

    /** The key with this id, made where there never was one; {@link MissingKey} where it is destroyed. */
    DataKey findOrCreate(String keyId) {
        Optional<Entry> known = find(keyId);
        if (known.isEmpty()) {
            WrappedKey wrapped = masters.wrap(keyId, DataKey.random(random));
            jdbc.sql("INSERT INTO customer_keys.data_key (key_id, master_key, wrapped) VALUES (?, ?, ?)"
                            + " ON CONFLICT DO NOTHING")
                    .params(wrapped.keyId(), wrapped.masterKey(), wrapped.wrapped())
                    .update();
        }
        return findOrThrow(keyId);
    }

    DataKey findOrThrow(String keyId) {
        Entry entry = find(keyId).orElseThrow(() -> new MissingKey(keyId, false));
        return entry.key().orElseThrow(() -> new MissingKey(keyId, true));
    }

    /** The key with this id; empty where it is destroyed or never was. */
    Optional<DataKey> findKey(String keyId) {
        return find(keyId).flatMap(Entry::key);
    }

    void destroy(String keyId) {
        jdbc.sql("UPDATE customer_keys.data_key SET wrapped = NULL, master_key = NULL, destroyed_at = now()"
                        + " WHERE key_id = ? AND destroyed_at IS NULL")
                .param(keyId)
                .update();
    }

    Optional<KeyFate> fate(String keyId) {
        return jdbc.sql("SELECT created_at, destroyed_at FROM customer_keys.data_key WHERE key_id = ?")
                .param(keyId)
                .query((row, _) -> new KeyFate(
                        keyId,
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        instantOrNull(row.getObject(2, OffsetDateTime.class))))
                .optional();
    }

    private static @Nullable Instant instantOrNull(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** The names of the master keys that wrap at least one key. */
    List<String> mastersInUse() {
        return jdbc.sql("SELECT DISTINCT master_key FROM customer_keys.data_key WHERE master_key IS NOT NULL")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Wraps up to so many keys anew that another than the current master key wraps; tells how many. */
    int rewrap(int most) {
        List<WrappedKey> old = jdbc.sql("SELECT key_id, master_key, wrapped FROM customer_keys.data_key"
                        + " WHERE master_key <> ? LIMIT ?")
                .params(masters.current(), most)
                .query((row, _) -> new WrappedKey(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
        for (WrappedKey key : old) {
            WrappedKey anew = masters.wrap(key.keyId(), masters.unwrap(key));
            // only what is still as it was read: it may have been destroyed, or another instance was faster
            jdbc.sql("UPDATE customer_keys.data_key SET master_key = ?, wrapped = ?"
                            + " WHERE key_id = ? AND master_key = ?")
                    .params(anew.masterKey(), anew.wrapped(), key.keyId(), key.masterKey())
                    .update();
        }
        return old.size();
    }

    private Optional<Entry> find(String keyId) {
        return jdbc.sql("SELECT master_key, wrapped FROM customer_keys.data_key WHERE key_id = ?")
                .param(keyId)
                .query((row, _) -> {
                    byte[] wrapped = row.getBytes(2);
                    return wrapped == null
                            ? new Entry(Optional.empty())
                            : new Entry(Optional.of(masters.unwrap(new WrappedKey(keyId, row.getString(1), wrapped))));
                })
                .optional();
    }

    /** A row: empty where its key is destroyed. */
    private record Entry(Optional<DataKey> key) {}
}
