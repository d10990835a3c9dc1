package io.daybook.query.pricing;

import io.daybook.api.pricing.query.CurrentReductionView;
import io.daybook.api.pricing.query.PricePeriodView;
import io.daybook.api.pricing.query.PriceReductionView;
import io.daybook.query.pricing.LowestPriceKernel.Reduction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reductions of a timeline as they are shown at a time.
 *
 * @param all the oldest first, without those that the timeline can no longer tell all of
 */
record Reductions(List<PricePeriod> periods, List<Reduction> all, Instant now) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Reductions of(PriceTimeline timeline, Duration window, Instant now) {
        List<PricePeriod> periods = PricePeriod.of(timeline.live());
        List<Reduction> told = new LowestPriceKernel(window)
                .reductions(periods).stream()
                        .filter(reduction ->
                                timeline.isWholeFrom(reduction.reduced().from().minus(KeptPrices.LONGEST_WINDOW)))
                        .toList();
        return new Reductions(periods, told, now);
    }

    /** The latest first, of those that start before a time. */
    List<PriceReductionView> latest(@Nullable Instant before, int limit) {
        return all.reversed().stream()
                .filter(reduction ->
                        before == null || reduction.reduced().from().isBefore(before))
                .limit(limit)
                .map(this::view)
                .toList();
    }

    @Nullable CurrentReductionView current() {
        return periods.reversed().stream()
                .filter(period -> !period.from().isAfter(now))
                .findFirst()
                .map(this::current)
                .orElse(null);
    }

    private CurrentReductionView current(PricePeriod period) {
        Optional<Reduction> announced = all.stream()
                .filter(reduction -> reduction.reduced().equals(period))
                .filter(reduction -> period.isLowerThan(reduction.lowest()))
                .findFirst();
        return announced
                .map(reduction -> new CurrentReductionView(
                        period.amount(),
                        period.from(),
                        true,
                        reduction.lowest().amount(),
                        percentage(period, reduction.lowest()),
                        reduction.lowestBeforeFirst().amount()))
                .orElseGet(() -> new CurrentReductionView(period.amount(), period.from(), false, null, null, null));
    }

    private PriceReductionView view(Reduction reduction) {
        PricePeriod reduced = reduction.reduced();
        return new PriceReductionView(
                reduced.from(),
                reduced.from().isAfter(now),
                reduced.amount(),
                reduction.before().amount(),
                percentage(reduced, reduction.lowest()),
                reduction.lowest().amount(),
                view(reduction.lowest()),
                reduction.daysKnown(),
                reduction.first().from(),
                reduction.lowestBeforeFirst().amount(),
                percentage(reduced, reduction.lowestBeforeFirst()),
                reduced.price().source(),
                reduced.price().id(),
                reduced.price().position());
    }

    static PricePeriodView view(PricePeriod period) {
        return new PricePeriodView(period.from(), period.until());
    }

    /** Rounded down: what is announced is never more than what is given. */
    private static @Nullable BigDecimal percentage(PricePeriod reduced, PricePeriod reference) {
        if (!reduced.isLowerThan(reference)) {
            return null;
        }
        return reference
                .amount()
                .subtract(reduced.amount())
                .multiply(HUNDRED)
                .divide(reference.amount(), 1, RoundingMode.DOWN);
    }
}
