package io.daybook.analytics.demand;

import org.jspecify.annotations.Nullable;

/** A question for how far partitions have come, and for the products of a category where one is named. */
record StandingQuestion(@Nullable String category) {}
