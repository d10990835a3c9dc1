package io.daybook.notary;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of a tree (RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1), made from O(log n) of its nodes. Of a
 * tree that has grown, they can be had at any earlier size. Leaves are counted from 0: the event at position <i>p</i>
 * is leaf <i>p</i> - 1.
 */
public final class Proofs {

    private final Nodes nodes;
    private final TreeHasher hasher = new TreeHasher();

    public Proofs(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the tree of the first {@code size} leaves. */
    public byte[] root(long size) {
        return size == 0 ? hasher.empty() : root(0, size);
    }

    /** The hashes that lead from a leaf to the root of the tree of a size, from the leaf on. */
    public List<byte[]> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("A tree of %d leaves has no leaf %d".formatted(size, leaf));
        }
        List<byte[]> proof = new ArrayList<>();
        path(leaf, 0, size, proof);
        return proof;
    }

    private void path(long leaf, long begin, long end, List<byte[]> proof) {
        if (end - begin == 1) {
            return;
        }
        long split = begin + split(end - begin);
        if (leaf < split) {
            path(leaf, begin, split, proof);
            proof.add(root(split, end));
        } else {
            path(leaf, split, end, proof);
            proof.add(root(begin, split));
        }
    }

    /** The hashes that show the tree of a size to be the beginning of one of another size. */
    public List<byte[]> consistency(long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("No tree of %d leaves begins one of %d".formatted(from, to));
        }
        List<byte[]> proof = new ArrayList<>();
        subProof(from, 0, to, true, proof);
        return proof;
    }

    private void subProof(long from, long begin, long end, boolean whole, List<byte[]> proof) {
        if (from == end) {
            if (!whole) {
                proof.add(root(begin, end));
            }
            return;
        }
        long split = begin + split(end - begin);
        if (from <= split) {
            subProof(from, begin, split, whole, proof);
            proof.add(root(split, end));
        } else {
            subProof(from, split, end, false, proof);
            proof.add(root(begin, split));
        }
    }

    /** The root of the leaves from one up to another; the first is where a subtree of their number can begin. */
    private byte[] root(long begin, long end) {
        long count = end - begin;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return nodes.hash(level, begin >> level);
        }
        long split = begin + split(count);
        return hasher.node(root(begin, split), root(split, end));
    }

    /** The largest power of two below a number. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
