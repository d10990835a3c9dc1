package io.daybook.notary;

/** The inner nodes of a tree. */
@FunctionalInterface
public interface Nodes {

    /**
     * The root of a perfect subtree.
     *
     * @param level of 2^{@code level} leaves; 0 for a leaf
     * @param index how many subtrees of that level stand before it
     */
    byte[] hash(int level, long index);
}
