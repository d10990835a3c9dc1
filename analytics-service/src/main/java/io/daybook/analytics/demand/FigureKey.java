package io.daybook.analytics.demand;

import java.time.Instant;

/**
 * Where a figure stands.
 *
 * @param pane the start of the pane
 */
record FigureKey(Grain grain, Instant pane, Account account) {}
