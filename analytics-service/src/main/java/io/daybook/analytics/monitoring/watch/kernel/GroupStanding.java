package io.daybook.analytics.monitoring.watch.kernel;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a watch stands with one group.
 *
 * @param values how many minutes or hours it has learned
 * @param score of the last one, 0 to 1
 */
public record GroupStanding(
        String group,
        long values,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal score,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal observed,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal expected,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal low,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal high) {}
