package io.daybook.notary;

import java.util.HashMap;
import java.util.Map;

/** The nodes of a tree that is kept as tiles. Each tile is read once. For one thread. */
public final class TileNodes implements Nodes {

    private final TileSource source;
    private final Map<Place, byte[]> read = new HashMap<>();
    private final TreeHasher hasher = new TreeHasher();

    private record Place(int level, long index) {}

    public TileNodes(TileSource source) {
        this.source = source;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where the tiles do not reach so far
     */
    @Override
    public byte[] hash(int level, long index) {
        int height = level % Tile.HEIGHT;
        long first = index << height;
        Place place = new Place(level / Tile.HEIGHT, first / Tile.WIDTH);
        byte[] hashes = read.computeIfAbsent(place, wanted -> source.hashes(wanted.level(), wanted.index()));
        int offset = (int) (first % Tile.WIDTH) * TreeHasher.HASH_BYTES;
        int count = 1 << height;
        if (hashes.length < offset + count * TreeHasher.HASH_BYTES) {
            throw new IllegalStateException("The tree has no node %d of level %d".formatted(index, level));
        }
        return hasher.perfect(hashes, offset, count);
    }
}
