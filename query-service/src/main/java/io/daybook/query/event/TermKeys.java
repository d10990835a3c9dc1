package io.daybook.query.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The numbers that stand for terms in the index: a bucket of positions, and below it 44 bits of the SHA-256 of the
 * term.
 */
final class TermKeys {

    private static final int BUCKET_BITS = 15;

    /** How many positions a bucket has. */
    static final int POSITIONS = 1 << BUCKET_BITS;

    static final int HASH_BITS = 44;

    private final MessageDigest digest;

    TermKeys() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256", missing);
        }
    }

    static long bucket(long position) {
        return position >> BUCKET_BITS;
    }

    /** The first position of a bucket. */
    static long start(long bucket) {
        return bucket << BUCKET_BITS;
    }

    /** The hash in a key. */
    static long hash(long key) {
        return key & ((1L << HASH_BITS) - 1);
    }

    /** The part of a term's key that is the same in every bucket. */
    long hash(String term) {
        byte[] hash = digest.digest(term.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - HASH_BITS);
    }

    long key(long position, String term) {
        return bucket(position) << HASH_BITS | hash(term);
    }
}
