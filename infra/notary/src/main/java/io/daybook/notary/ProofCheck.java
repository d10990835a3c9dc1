package io.daybook.notary;

import java.util.Arrays;
import java.util.List;

/** Checks proofs (RFC 9162, sections 2.1.3.2 and 2.1.4.2): with nothing but hashes, and without the tree. */
public final class ProofCheck {

    private ProofCheck() {}

    /**
     * Whether a leaf is in a tree.
     *
     * @param leaf its number, from 0
     * @param hash the hash of the leaf, see {@link TreeHasher#leaf}
     */
    public static boolean inclusion(long leaf, long size, byte[] hash, List<byte[]> proof, byte[] root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        TreeHasher hasher = new TreeHasher();
        long place = leaf;
        long last = size - 1;
        byte[] above = hash;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                above = hasher.node(sibling, above);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                above = hasher.node(above, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(above, root);
    }

    /** Whether a tree is the beginning of another. */
    public static boolean consistency(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && Arrays.equals(fromRoot, toRoot);
        }
        // a tree that is perfect is itself the first hash
        int next = Long.bitCount(from) == 1 ? 0 : 1;
        if (proof.size() < next || proof.isEmpty()) {
            return false;
        }
        byte[] first = next == 0 ? fromRoot : proof.getFirst();
        return consistency(from - 1, fromRoot, to - 1, toRoot, first, proof.subList(next, proof.size()));
    }

    private static boolean consistency(
            long from, byte[] fromRoot, long to, byte[] toRoot, byte[] first, List<byte[]> rest) {
        TreeHasher hasher = new TreeHasher();
        int odd = Long.numberOfTrailingZeros(~from);
        long place = from >> odd;
        long last = to >> odd;
        byte[] former = first;
        byte[] latter = first;
        for (byte[] sibling : rest) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                former = hasher.node(sibling, former);
                latter = hasher.node(sibling, latter);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                latter = hasher.node(latter, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(former, fromRoot) && Arrays.equals(latter, toRoot);
    }
}
