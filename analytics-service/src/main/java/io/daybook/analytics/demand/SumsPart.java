package io.daybook.analytics.demand;

import io.daybook.analytics.platform.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums over an instance's partitions.
 *
 * @param isTooFine that a fine pane that was asked for is no longer kept
 * @param sums for each of the windows asked for, by the name of the subject
 * @param lastSales by the name of the subject, oldest first
 */
record SumsPart(
        Set<Integer> partitions,
        boolean isTooFine,
        List<Map<String, ByCurrency>> sums,
        Map<String, List<Sale>> lastSales)
        implements Part {}
