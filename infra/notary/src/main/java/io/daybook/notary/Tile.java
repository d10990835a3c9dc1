package io.daybook.notary;

/**
 * A part of the tree as it is kept (after C2SP tlog-tiles): up to 256 hashes side by side. A tile of level 0 has
 * leaves; one of level <i>n</i> has the roots of full tiles of the level below. What stands between is worked out from
 * it.
 *
 * @param level from 0
 * @param index how many tiles of the level stand before it
 * @param hashes one after another, 32 bytes each
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Tile(int level, long index, byte[] hashes) {

    /** How many hashes a full tile has, as a power of two. */
    public static final int HEIGHT = 8;

    /** How many hashes a full tile has. */
    public static final int WIDTH = 1 << HEIGHT;

    public int width() {
        return hashes.length / TreeHasher.HASH_BYTES;
    }

    public boolean isFull() {
        return width() == WIDTH;
    }
}
