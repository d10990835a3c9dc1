package io.daybook.analytics.demand;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The demand for something in all windows that end at one time.
 *
 * @param lastSales oldest first; empty for an earlier time, since the last ones as of then are not kept
 */
record CurrentDemand(Coverage coverage, List<Window> windows, Optional<List<Sale>> lastSales) {

    /**
     * One window.
     *
     * @param demand empty where the window lies before fine panes are kept and is no whole number of coarse ones
     */
    record Window(Duration length, TimeRange range, Optional<ByCurrency> demand) {}
}
