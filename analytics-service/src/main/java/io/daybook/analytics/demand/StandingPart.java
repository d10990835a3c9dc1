package io.daybook.analytics.demand;

import io.daybook.analytics.platform.Part;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * How far the partitions of an instance have come.
 *
 * @param products those of the category that was asked about
 */
record StandingPart(Map<Integer, Standing> standings, Set<String> products) implements Part {

    /**
     * How far one partition has come.
     *
     * @param horizon the start of the first fine pane that is kept
     */
    record Standing(Progress progress, Instant horizon) {}

    @Override
    public Set<Integer> partitions() {
        return standings.keySet();
    }
}
