package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.api.alert.event.AlertEvidence;
import java.util.List;
import java.util.function.BiConsumer;

/** What a watch does with minutes; each comes once, in order. */
sealed interface Watcher permits MeasureWatcher, SequenceWatcher {

    /**
     * A minute that is closed.
     *
     * @param lastPosition the highest position that was counted up to its end
     */
    void minute(Minute minute, long lastPosition, Alerts alerts);

    List<GroupStanding> standing();

    /** Hands over its state in parts, by name. */
    void keep(BiConsumer<String, byte[]> part);

    void restore(String part, byte[] state);

    /** Who hears of alerts. */
    @FunctionalInterface
    interface Alerts {

        /**
         * An alert opened.
         *
         * @param group which series, or whose events
         * @param opened when, in milliseconds; together with the group it names the episode
         */
        void opened(String group, long opened, AlertEvidence evidence);
    }
}
