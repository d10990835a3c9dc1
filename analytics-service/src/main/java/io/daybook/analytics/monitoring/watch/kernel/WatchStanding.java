package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.api.watch.event.WatchDefined;
import java.util.List;

/**
 * How a watch stands.
 *
 * @param liveFrom the number of the first minute of which it raises alerts
 */
public record WatchStanding(WatchDefined defined, long liveFrom, List<GroupStanding> groups) {}
