package io.daybook.notary;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets a tree that is kept as tiles grow: takes the last tile of each level and adds leaves to it, at two hashes or
 * fewer a leaf. It is itself the source of the grown tree. For one thread.
 */
public final class TileBuilder implements TileSource {

    private final TileSource source;
    private final TreeHasher hasher = new TreeHasher();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<Long, Tile> full = new HashMap<>();
    private final List<Tile> filled = new ArrayList<>();
    private final long before;
    private long size;

    /** The last tile of a level, as far as it is filled. */
    private static final class Edge {
        private long index;
        private ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    }

    /** Begins where the tree has a size. */
    public TileBuilder(long size, TileSource source) {
        this.source = source;
        this.before = size;
        this.size = size;
        int level = 0;
        for (long count = size; count > 0; count /= Tile.WIDTH) {
            Edge edge = edge(level);
            edge.index = count / Tile.WIDTH;
            int width = (int) (count % Tile.WIDTH) * TreeHasher.HASH_BYTES;
            if (width > 0) {
                byte[] hashes = source.hashes(level, edge.index);
                if (hashes.length < width) {
                    throw new IllegalStateException("The tree has no %d leaves".formatted(size));
                }
                edge.hashes.write(hashes, 0, width);
            }
            level++;
        }
    }

    /** How many leaves the tree has by now. */
    public long size() {
        return size;
    }

    /** Adds the hash of a leaf. */
    public void append(byte[] leaf) {
        add(0, leaf);
        size++;
    }

    private void add(int level, byte[] hash) {
        Edge edge = edge(level);
        edge.hashes.writeBytes(hash);
        if (edge.hashes.size() == Tile.WIDTH * TreeHasher.HASH_BYTES) {
            Tile tile = new Tile(level, edge.index, edge.hashes.toByteArray());
            filled.add(tile);
            full.put(key(level, tile.index()), tile);
            edge.index++;
            edge.hashes = new ByteArrayOutputStream();
            add(level + 1, hasher.perfect(tile.hashes(), 0, Tile.WIDTH));
        }
    }

    private Edge edge(int level) {
        if (level == edges.size()) {
            edges.add(new Edge());
        }
        return edges.get(level);
    }

    /** The tiles that are not as they were: those that are full now, and the last of each level. */
    public List<Tile> changed() {
        List<Tile> tiles = new ArrayList<>(filled);
        for (int level = 0; level < edges.size() && size > before; level++) {
            Edge edge = edges.get(level);
            if (edge.hashes.size() > 0) {
                tiles.add(new Tile(level, edge.index, edge.hashes.toByteArray()));
            }
        }
        return tiles;
    }

    @Override
    public byte[] hashes(int level, long index) {
        Tile grown = full.get(key(level, index));
        if (grown != null) {
            return grown.hashes();
        }
        if (level < edges.size() && edges.get(level).index == index) {
            return edges.get(level).hashes.toByteArray();
        }
        return source.hashes(level, index);
    }

    /** A tree has fewer than 8 levels of tiles. */
    private static long key(int level, long index) {
        return index << 3 | level;
    }
}
