package io.daybook.analytics.pricing.backtest;

import io.daybook.analytics.pricing.kernel.BacktestKernel;
import io.daybook.analytics.pricing.kernel.BacktestKernel.Stretch;
import io.daybook.analytics.pricing.kernel.BacktestReport;
import io.daybook.analytics.pricing.kernel.CategoryPrior;
import io.daybook.analytics.pricing.kernel.NineInTen;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a back-test came to. Amounts of all SKUs are added up as they stand: prices must be in one currency.
 *
 * @param from when the policy began; null where the log ends before
 * @param until the business time of the last event
 * @param position of the last event
 */
public record BacktestResult(@Nullable Instant from, Instant until, long position, List<OfSku> skus) {

    /**
     * What it came to for a SKU.
     *
     * @param earnings what the engine's prices would have earned, by each draw of demand
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record OfSku(String sku, BacktestReport report, List<Stretch> stretches, double[] earnings) {}

    static OfSku of(String sku, BacktestKernel kernel, CategoryPrior category, int draws) {
        double[] earnings = kernel.earnings(category, draws);
        return new OfSku(sku, kernel.report(category, earnings), kernel.stretches(), earnings);
    }

    /** What was really earned. */
    public double earned() {
        return skus.stream().mapToDouble(sku -> sku.report().earned()).sum();
    }

    /** What the demand model expects of the engine's prices. */
    public double expected() {
        return skus.stream().mapToDouble(sku -> sku.report().expected()).sum();
    }

    /** Where nine in ten of what is possible lie; there must be a SKU. */
    public NineInTen range() {
        return NineInTen.of(earnings());
    }

    /** The sums over all SKUs, whose demand is drawn independently. */
    public double[] earnings() {
        int draws = skus.isEmpty() ? 0 : skus.getFirst().earnings().length;
        double[] sums = new double[draws];
        for (OfSku sku : skus) {
            for (int draw = 0; draw < draws; draw++) {
                sums[draw] += sku.earnings()[draw];
            }
        }
        return sums;
    }

    public int moves() {
        return skus.stream().mapToInt(sku -> sku.report().moves()).sum();
    }

    public int stretches() {
        return skus.stream().mapToInt(sku -> sku.report().stretches()).sum();
    }

    /** How often the engine decided what, or was stopped by which limit, over all SKUs. */
    public <K extends Comparable<K>> Map<K, Integer> counts(Function<BacktestReport, Map<K, Integer>> of) {
        Map<K, Integer> counts = new TreeMap<>();
        skus.stream()
                .map(OfSku::report)
                .map(of)
                .map(Map::entrySet)
                .flatMap(Collection::stream)
                .forEach(count -> counts.merge(count.getKey(), count.getValue(), Integer::sum));
        return counts;
    }

    /** The mean over all SKUs, each by its stretches, of a figure. */
    public double mean(Function<BacktestReport, Double> of) {
        double sum = 0;
        for (OfSku sku : skus) {
            sum += of.apply(sku.report()) * sku.report().stretches();
        }
        return stretches() == 0 ? 0 : sum / stretches();
    }
}
