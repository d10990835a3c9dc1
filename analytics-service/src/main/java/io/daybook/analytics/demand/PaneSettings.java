package io.daybook.analytics.demand;

import java.time.Duration;
import java.time.Instant;

/**
 * How wide panes are, and how long the fine ones are kept.
 *
 * @param coarse a whole number of fine panes
 * @param recent how far behind the newest business time of its partition a fine pane may lie
 */
record PaneSettings(Panes fine, Panes coarse, Duration recent, int lastSales, int activityIds) {

    PaneSettings {
        if (!fine.isMultiple(coarse.width())) {
            throw new IllegalArgumentException(
                    "A coarse pane, " + coarse.width() + ", is a whole number of fine ones, " + fine.width());
        }
        if (recent.isNegative() || lastSales < 1 || activityIds < 1) {
            throw new IllegalArgumentException("Nothing can be kept for less than no time, nor fewer than one of it");
        }
    }

    /** The start of the first fine pane that is kept when so much business time has been seen. */
    Instant horizon(Instant newest) {
        return newest.equals(Instant.MIN) ? Instant.MIN : coarse.startOf(newest.minus(recent));
    }
}
