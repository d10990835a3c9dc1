package io.daybook.notary;

/** Where tiles are kept. */
@FunctionalInterface
public interface TileSource {

    /** The hashes of a tile, as many as there are; none where there is no such tile. See {@link Tile}. */
    byte[] hashes(int level, long index);
}
