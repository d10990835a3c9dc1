package io.daybook.analytics.demand;

import java.time.Instant;

/**
 * Where a page of figures stands.
 *
 * @param pane the start of the pane
 * @param pages into how many pages the pane is divided; a power of two
 * @param page which of them, from 0
 */
record PageKey(Grain grain, Instant pane, int pages, int page) {}
