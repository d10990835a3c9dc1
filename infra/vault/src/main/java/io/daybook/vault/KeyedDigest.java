package io.daybook.vault;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 under a random key that is stored wrapped, like a customer's: the same for the same content, in every
 * instance and under every master key; who has nothing but the digest cannot try out what it may be of.
 */
public final class KeyedDigest {

    private final Supplier<DataKey> made;
    private volatile @Nullable DataKey key;

    /**
     * Digests for one purpose, under a key that is made when it is needed first.
     *
     * @param purpose tells its key from those of other purposes
     */
    public KeyedDigest(DataSource dataSource, MasterKeys masters, String purpose) {
        KeyRows keys = new KeyRows(dataSource, masters);
        this.made = () -> keys.findOrCreate("index:" + purpose);
    }

    /** The digest of some content, of 32 bytes. */
    public byte[] of(byte[] content) {
        DataKey known = key;
        if (known == null) {
            known = made.get();
            key = known;
        }
        return known.digest(content);
    }
}
