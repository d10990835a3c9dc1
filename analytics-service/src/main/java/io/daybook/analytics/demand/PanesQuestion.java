package io.daybook.analytics.demand;

/** A question for the panes of a stretch of time, one by one. */
record PanesQuestion(Subjects subjects, PaneCut cut) {}
