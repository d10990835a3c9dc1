package io.daybook.notary;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing tree, as the roots of the perfect subtrees that its leaves fall into: as many as its size has ones in
 * binary, the largest first. That is all it takes to grow, and to know its root. For one thread.
 */
public final class CompactRange {

    private final TreeHasher hasher = new TreeHasher();
    private final List<byte[]> subtrees = new ArrayList<>();
    private long size;

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** Adds the hash of a leaf. */
    public void append(byte[] leaf) {
        append(0, leaf);
    }

    /**
     * Adds the root of a perfect subtree of 2^{@code level} leaves.
     *
     * @throws IllegalArgumentException where the size is no multiple of that many
     */
    public void append(int level, byte[] subtree) {
        if (size % (1L << level) != 0) {
            throw new IllegalArgumentException("No subtree of level %d begins at %d".formatted(level, size));
        }
        byte[] hash = subtree;
        for (long full = size >> level; (full & 1) == 1; full >>= 1) {
            hash = hasher.node(subtrees.removeLast(), hash);
        }
        subtrees.add(hash);
        size += 1L << level;
    }

    /** The root of the tree as it is now. */
    public byte[] root() {
        if (subtrees.isEmpty()) {
            return hasher.empty();
        }
        byte[] root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = hasher.node(subtrees.get(i), root);
        }
        return root;
    }
}
