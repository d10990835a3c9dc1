package io.daybook.analytics.monitoring.kernel;

/**
 * Tells when a source has been quiet for longer than it should: when the time since its last event exceeds a multiple
 * of the gap that all but one in a thousand of its gaps stayed within. Gaps are kept as counts in buckets of a quarter
 * of an octave that fade with a half-life of 2,000 gaps, so a source whose pace changes is judged by its present one.
 * Time is what events and ticks say; there is no clock.
 */
public final class Silence {

    private static final int BUCKETS = 128;
    private static final int PER_OCTAVE = 4;
    private static final double FADE = Math.pow(0.5, 1 / 2000.0);
    private static final double SHARE = 0.001;
    private static final int ENOUGH = 20;

    private final double tolerance;
    private final double[] gaps = new double[BUCKETS];
    private double total;
    private long seen;
    private long last = Long.MIN_VALUE;

    /** @param tolerance how many times the usual longest gap is still no silence; at least 1 */
    public Silence(double tolerance) {
        if (!(tolerance >= 1)) {
            throw new IllegalArgumentException("A tolerance of " + tolerance + " would call a usual gap a silence");
        }
        this.tolerance = tolerance;
    }

    /** An event happened. One that is older than the last teaches nothing. */
    public void event(long epochMilli) {
        if (last != Long.MIN_VALUE && epochMilli >= last) {
            learn(epochMilli - last);
        }
        last = Math.max(last, epochMilli);
    }

    /** Whether the source has been silent for too long at this time. Never before twenty gaps are known. */
    public boolean isSilent(long epochMilli) {
        return seen >= ENOUGH && epochMilli - last > longestUsual();
    }

    /** How long a gap may be, in milliseconds; 0 while too few are known. */
    public long longestUsual() {
        if (seen < ENOUGH) {
            return 0;
        }
        double above = 0;
        int bucket = BUCKETS;
        while (bucket > 0 && above <= SHARE * total) {
            bucket--;
            above += gaps[bucket];
        }
        return (long) Math.ceil(tolerance * upperEdge(bucket));
    }

    private void learn(long gap) {
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            gaps[bucket] *= FADE;
        }
        gaps[bucket(gap)]++;
        total = total * FADE + 1;
        seen++;
    }

    private static int bucket(long gap) {
        return gap <= 1 ? 0 : Math.min(BUCKETS - 1, (int) Math.ceil(Math.log((double) gap) / Math.log(2) * PER_OCTAVE));
    }

    private static double upperEdge(int bucket) {
        return Math.pow(2, (double) bucket / PER_OCTAVE);
    }

    /** The state as bytes. */
    public byte[] state() {
        return Memory.write(this::exchange);
    }

    /** Puts this one, which was made with the same tolerance, where another left off. */
    public void goOnFrom(byte[] state) {
        Memory.read(state, this::exchange);
    }

    /** When the last event was; the least number there is before the first. */
    public long last() {
        return last;
    }

    /** Keeps its state, or takes it from where it was kept. */
    public void exchange(Memory memory) {
        memory.keep(gaps);
        total = memory.keep(total);
        seen = memory.keep(seen);
        last = memory.keep(last);
    }
}
