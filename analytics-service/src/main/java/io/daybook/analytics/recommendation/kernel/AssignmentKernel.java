package io.daybook.analytics.recommendation.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * Which of several variants somebody gets: by a hash of who it is, in proportion to weights, so that it is the same one
 * whenever and wherever it is asked. FNV-1a (64 bit) with the finaliser of SplitMix64, for FNV's high bits are poor.
 */
public final class AssignmentKernel {

    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private AssignmentKernel() {}

    /** The index of the variant; weights are at least 0 and not all 0. */
    public static int variant(String salt, String who, List<Integer> weights) {
        long total = weights.stream().mapToLong(Integer::longValue).sum();
        long point = Long.remainderUnsigned(hash(salt + "\n" + who), total);
        int variant = 0;
        while (point >= weights.get(variant)) {
            point -= weights.get(variant);
            variant++;
        }
        return variant;
    }

    /** A stable hash of a text. */
    public static long hash(String text) {
        long hash = OFFSET_BASIS;
        for (byte each : text.getBytes(UTF_8)) {
            hash = (hash ^ (each & 0xff)) * PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
