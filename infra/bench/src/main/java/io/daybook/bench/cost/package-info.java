/**
 * Counts what a command costs: statements, WAL, heap and CPU. Counts are the same on any machine, so the suite holds
 * them against budgets that are kept here; times are only reported.
 */
@NullMarked
package io.daybook.bench.cost;

import org.jspecify.annotations.NullMarked;
