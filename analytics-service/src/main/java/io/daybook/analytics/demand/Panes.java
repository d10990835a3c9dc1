package io.daybook.analytics.demand;

import java.time.Duration;
import java.time.Instant;

/**
 * Business time cut into panes of one width, aligned to the epoch in UTC. Every window is a whole number of panes.
 *
 * @param width whole seconds, one at least
 */
record Panes(Duration width) {

    Panes {
        if (width.toSeconds() < 1 || width.toNanosPart() != 0) {
            throw new IllegalArgumentException("A pane is some whole seconds wide, not " + width);
        }
    }

    /** The start of the pane that holds the time. */
    Instant startOf(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond() - Math.floorMod(time.getEpochSecond(), width.toSeconds()));
    }

    /** The first pane boundary at or after the time. */
    Instant boundaryAtOrAfter(Instant time) {
        Instant start = startOf(time);
        return start.equals(time) ? start : start.plus(width);
    }

    boolean isBoundary(Instant time) {
        return startOf(time).equals(time);
    }

    /** Whether the length is one pane, two panes, and so on. */
    boolean isMultiple(Duration length) {
        return length.isPositive() && length.equals(width.multipliedBy(length.dividedBy(width)));
    }
}
