package io.daybook.analytics.recommendation.kernel;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The time before which steps are not kept: older than an age, or than the newest so many (but for those in the same
 * minute), whichever is later. It depends on which times were counted and not on their order, and it never goes back.
 * Times are milliseconds, counted in buckets.
 */
final class Horizon {

    /** The width of a bucket: so much more than the most may be kept. */
    static final long BUCKET = Duration.ofMinutes(1).toMillis();

    private final long age;
    private final long most;
    private final NavigableMap<Long, Integer> counts = new TreeMap<>();
    private long counted;
    private long latest = Long.MIN_VALUE;
    private long start = Long.MIN_VALUE;

    Horizon(Duration age, long most) {
        this.age = age.toMillis();
        this.most = most;
    }

    static long bucket(long time) {
        return Math.floorDiv(time, BUCKET) * BUCKET;
    }

    /** Counts a time; answers whether the horizon has moved by it. */
    boolean count(long time) {
        latest = Math.max(latest, time);
        long moved = Math.max(start, bucket(latest - age));
        if (time >= start) {
            counts.merge(bucket(time), 1, Integer::sum);
            counted++;
        }
        while (isOver(moved)) {
            Map.Entry<Long, Integer> dropped = counts.pollFirstEntry();
            counted -= dropped.getValue();
            moved = Math.max(moved, dropped.getKey() + BUCKET);
        }
        boolean later = moved > start;
        start = moved;
        return later;
    }

    /** The newest bucket stays, however much is in it. */
    private boolean isOver(long moved) {
        long first = counts.isEmpty() ? bucket(latest) : counts.firstKey();
        return first < moved || (counted > most && first < bucket(latest));
    }

    long start() {
        return start;
    }

    /** The latest time counted, {@link Long#MIN_VALUE} where there is none. */
    long latest() {
        return latest;
    }
}
