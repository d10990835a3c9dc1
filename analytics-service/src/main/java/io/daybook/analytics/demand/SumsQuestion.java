package io.daybook.analytics.demand;

import java.util.List;

/**
 * A question for sums.
 *
 * @param windows each the panes that make it up
 * @param lastSales whether the last sales are wanted, too
 */
record SumsQuestion(Subjects subjects, List<List<PaneCut>> windows, boolean lastSales) {}
