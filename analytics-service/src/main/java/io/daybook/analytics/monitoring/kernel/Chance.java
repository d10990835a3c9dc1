package io.daybook.analytics.monitoring.kernel;

/**
 * Numbers that look random and are a function of their index (SplitMix64, Steele et al. 2014): a replay draws the same.
 */
final class Chance {

    private Chance() {}

    /** From 0 to {@code bound} − 1. */
    static int below(int bound, long index) {
        long mixed = (index + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (int) Math.floorMod(mixed ^ (mixed >>> 31), (long) bound);
    }
}
