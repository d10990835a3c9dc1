package io.daybook.analytics.pricing.kernel;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers that depend on nothing but their seed, on any Java there will be: SplitMix64 (Steele, Lea, Flood
 * 2014), and normal ones by Box and Muller (1958).
 */
final class StableRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private long state;

    StableRandom(long seed) {
        this.state = seed;
    }

    /** A number for a text, the same for ever: FNV-1a of its UTF-8, mixed. */
    static long hash(String text) {
        long hash = FNV_OFFSET;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    /** From 0 to below 1. */
    double uniform() {
        return fraction(next());
    }

    /** Of mean 0 and variance 1. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    /** The number as one from 0 to below 1. */
    static double fraction(long number) {
        return (number >>> 11) * 0x1.0p-53;
    }

    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
