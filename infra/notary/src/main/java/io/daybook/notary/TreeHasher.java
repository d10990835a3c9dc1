package io.daybook.notary;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The hashes of a Merkle tree (RFC 9162, section 2.1.1) and of the events in it, all SHA-256 and of 32 bytes. A leaf is
 * {@code SHA-256(0x00 || event hash)}, a node {@code SHA-256(0x01 || left || right)}. For one thread.
 */
public final class TreeHasher {

    /** How many bytes a hash has. */
    public static final int HASH_BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();
    private final byte[] position = new byte[Long.BYTES];

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** The root of the tree without leaves. */
    public byte[] empty() {
        return digest.digest();
    }

    /** The hash of a leaf. */
    public byte[] leaf(byte[] input) {
        digest.update(LEAF);
        return digest.digest(input);
    }

    /** The hash of a node above two others. */
    public byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /**
     * The root of a perfect subtree whose leaves, or nodes of any one level, stand one after another; a power of two of
     * them.
     */
    public byte[] perfect(byte[] hashes, int offset, int count) {
        byte[] level = new byte[count * HASH_BYTES];
        System.arraycopy(hashes, offset, level, 0, level.length);
        for (int width = count; width > 1; width /= 2) {
            for (int i = 0; i < width / 2; i++) {
                digest.update(NODE);
                digest.update(level, 2 * i * HASH_BYTES, 2 * HASH_BYTES);
                finish(level, i * HASH_BYTES);
            }
        }
        return Arrays.copyOf(level, HASH_BYTES);
    }

    private void finish(byte[] into, int offset) {
        try {
            digest.digest(into, offset, HASH_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("a hash has " + HASH_BYTES + " bytes", e);
        }
    }

    /** The hash of an event of which the encoded content is a part of a byte string, see {@link EventRecord}. */
    byte[] event(long at, byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        byte[] content = digest.digest();
        ByteBuffer.wrap(position).putLong(at);
        digest.update(position);
        return digest.digest(content);
    }
}
