package io.daybook.analytics.monitoring.watch.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a watch stands with one group.
 *
 * @param values how many minutes it has learned
 * @param score of the last one, 0 to 1
 */
public record GroupStanding(
        String group,
        long values,
        @Nullable BigDecimal score,
        @Nullable BigDecimal observed,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {}
