package io.daybook.query.pricing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The prior price of each reduction of a price, by Article 6a of Directive 98/6/EC as amended by Directive (EU)
 * 2019/2161, read as the Commission's guidance 2021/C 526/02 does: the lowest price in force at any time of the window
 * before the reduction takes effect, the price already in force when the window opens among them. A price that ends as
 * the window opens is not in it, and neither is the reduced one. Times are exact; days are of 24 hours.
 *
 * <p>Progressive reductions are those in a row without an increase between: for each the prior price of the first is
 * given beside its own, as Article 6a(5) leaves to the Member States, some of which limit how long such a series may
 * last.
 */
final class LowestPriceKernel {

    private final Duration window;

    /** The kernel of a reference window, which is 30 days by Article 6a(2). */
    LowestPriceKernel(Duration window) {
        this.window = window;
    }

    /** The reductions among these periods, which are by time, the oldest first. */
    List<Reduction> reductions(List<PricePeriod> periods) {
        List<Reduction> reductions = new ArrayList<>();
        Reduction first = null;
        for (int i = 1; i < periods.size(); i++) {
            PricePeriod period = periods.get(i);
            PricePeriod before = periods.get(i - 1);
            if (!period.isLowerThan(before)) {
                first = null;
                continue;
            }
            Instant opens = period.from().minus(window);
            PricePeriod lowest = lowest(periods, i, opens);
            long daysKnown = PricePeriod.daysKnown(periods, opens, period.from());
            Reduction reduction = first == null
                    ? new Reduction(period, before, lowest, daysKnown, period, lowest)
                    : new Reduction(period, before, lowest, daysKnown, first.reduced(), first.lowest());
            first = first == null ? reduction : first;
            reductions.add(reduction);
        }
        return reductions;
    }

    /**
     * The lowest price in force at any time from {@code from} to just before {@code before}; empty where there was
     * none.
     */
    static Optional<PricePeriod> lowest(List<PricePeriod> periods, Instant from, Instant before) {
        int end = periods.size();
        while (end > 0 && !periods.get(end - 1).from().isBefore(before)) {
            end--;
        }
        return end == 0 ? Optional.empty() : Optional.of(lowest(periods, end, from));
    }

    /**
     * Of equal ones the last. The period just before the end reaches to it, and so is in any window that ends there.
     */
    private static PricePeriod lowest(List<PricePeriod> periods, int end, Instant from) {
        PricePeriod lowest = periods.get(end - 1);
        for (int i = end - 2; i >= 0 && !periods.get(i).endsBy(from); i--) {
            lowest = periods.get(i).isLowerThan(lowest) ? periods.get(i) : lowest;
        }
        return lowest;
    }

    /**
     * A price that is lower than the one just before.
     *
     * @param lowest of the window before it
     * @param daysKnown how many whole days of that window had a price
     * @param first the first of the progressive series that leads to it; itself where it is that
     * @param lowestBeforeFirst of the window before the first
     */
    record Reduction(
            PricePeriod reduced,
            PricePeriod before,
            PricePeriod lowest,
            long daysKnown,
            PricePeriod first,
            PricePeriod lowestBeforeFirst) {}
}
