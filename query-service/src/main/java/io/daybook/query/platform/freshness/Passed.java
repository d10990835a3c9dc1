package io.daybook.query.platform.freshness;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each segment of one generation is known to have passed. That does not become untrue when the segment goes to
 * another instance, who may know of less; only a reset takes it back.
 */
final class Passed {

    private final int generation;
    private final Map<SegmentKey, Long> positions = new ConcurrentHashMap<>();

    Passed(int generation) {
        this.generation = generation;
    }

    int generation() {
        return generation;
    }

    /** Takes what was heard of a segment; answers what it has passed. */
    long learn(SegmentKey segment, Reached reached) {
        Long before = positions.get(segment);
        if (before != null && (before == reached.position() || (before > reached.position() && !reached.replaying()))) {
            return before;
        }
        if (reached.replaying()) {
            positions.put(segment, reached.position());
            return reached.position();
        }
        return positions.merge(segment, reached.position(), Math::max);
    }

    /** The segments of a processor are these now: a new one has passed what all those had that it came from. */
    void are(String processor, Collection<SegmentKey> segments) {
        for (SegmentKey segment : segments) {
            if (!positions.containsKey(segment)) {
                positions.entrySet().stream()
                        .filter(old -> old.getKey().overlaps(segment))
                        .mapToLong(Map.Entry::getValue)
                        .min()
                        .ifPresent(position -> positions.merge(segment, position, Math::max));
            }
        }
        positions.keySet().removeIf(old -> old.processor().equals(processor) && !segments.contains(old));
    }
}
