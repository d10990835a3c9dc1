package io.daybook.analytics.demand;

import io.daybook.analytics.platform.Part;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Panes as an instance's partitions have them, all subjects together.
 *
 * @param isTooFine that a fine pane that was asked for is no longer kept
 */
record PanesPart(Set<Integer> partitions, boolean isTooFine, Map<Instant, ByCurrency> panes) implements Part {}
