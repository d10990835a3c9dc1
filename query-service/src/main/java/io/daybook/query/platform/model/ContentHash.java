package io.daybook.query.platform.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a row's content: the first 64 bits of the SHA-256 of its values as text, one after the other. It finds
 * faults, not forgers: who may change the row may change its hash. Added up modulo 2^64, the hashes of rows are the
 * hash of their table in any order.
 */
final class ContentHash {

    private static final byte ABSENT = 0;
    private static final byte PRESENT = 1;

    /** One for each thread: to look it up costs as much as to use it. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(ContentHash::sha256);

    private ContentHash() {}

    static long of(@Nullable Object[] values) {
        MessageDigest digest = SHA_256.get();
        digest.reset();
        for (Object value : values) {
            if (value == null) {
                digest.update(ABSENT);
                continue;
            }
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(PRESENT);
            digest.update((byte) (text.length >>> 24));
            digest.update((byte) (text.length >>> 16));
            digest.update((byte) (text.length >>> 8));
            digest.update((byte) text.length);
            digest.update(text);
        }
        byte[] hash = digest.digest();
        long first = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            first = (first << 8) | (hash[i] & 0xFF);
        }
        return first;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
