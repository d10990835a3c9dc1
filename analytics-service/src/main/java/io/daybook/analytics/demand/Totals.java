package io.daybook.analytics.demand;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything sold in a range; an open end is left out. The revenue is a decimal string. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Totals(@Nullable Instant from, @Nullable Instant until, String currency, long units, String revenue) {}
