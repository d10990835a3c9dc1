package io.daybook.api.pricing.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reduction: a price that is lower than the one just before it, with what an announcement of it has to show by
 * Article 6a of Directive 98/6/EC. Percentages are of a prior price, as the law wants it (CJEU C-330/23), not of the
 * price just before; they are rounded down to a tenth.
 *
 * @param since when it takes effect
 * @param upcoming whether that is still to come: then it holds if nothing is set before
 * @param amountBefore the price just before
 * @param percentage how much lower than {@code lowestIn30Days}; null where it is not, and no reduction may be announced
 * @param lowestIn30Days the prior price by Article 6a(2): the lowest in force at any time of the reference window
 *     before, which is 30 days unless configured otherwise
 * @param lowestPeriod when that price was in force, also beyond the window; the last time, where it was several times
 * @param daysKnown how many whole days of the window had a price: fewer than the window has for a SKU that got its
 *     first one in it, whose lowest price is then that since it began (Article 6a(4))
 * @param seriesSince the first of the reductions in a row, without an increase between, that end with this one
 * @param seriesPriorPrice the prior price where a Member State lets progressive reductions keep that of the first
 *     (Article 6a(5)): the lowest of the reference window before {@code seriesSince}
 * @param seriesPercentage how much lower than {@code seriesPriorPrice}; null where it is not
 * @param source what made the price, as in {@link PriceStartView}
 * @param id of the schedule or the proposal; null where it was set at once
 * @param position of the event that made it
 */
public record PriceReductionView(
        Instant since,
        boolean upcoming,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amountBefore,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal percentage,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal lowestIn30Days,
        PricePeriodView lowestPeriod,
        long daysKnown,
        Instant seriesSince,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal seriesPriorPrice,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal seriesPercentage,

        String source,
        @Nullable String id,
        long position) {}
