package io.daybook.bench.pricing;

/**
 * Uniform draws by number: the same whoever asks, and in whatever order (the finaliser of SplitMix64; Steele, Lea,
 * Flood 2014).
 */
final class Draws {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Draws() {}

    /** From 0 to below 1. */
    static double uniform(long seed, long number) {
        long mixed = seed + (number + 1) * GOLDEN_GAMMA;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
