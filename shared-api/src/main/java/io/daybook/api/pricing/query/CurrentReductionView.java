package io.daybook.api.pricing.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The price in force, as a shop may announce it.
 *
 * @param since from when it has been this amount
 * @param isReduction whether it may be announced as reduced: it began as a reduction that is among the
 *     listed ones, and is below its reference price
 * @param referencePrice the prior price to show beside it, {@link PriceReductionView#lowestIn30Days}; null where it is
 *     none
 * @param percentage how much lower than that; null where it is none
 * @param seriesPriorPrice what may be shown instead where progressive reductions keep the first one's prior price; null
 *     where it is none
 */
public record CurrentReductionView(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        Instant since,
        boolean isReduction,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal referencePrice,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal percentage,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal seriesPriorPrice) {}
