package io.daybook.bench.backtest;

import io.daybook.analytics.pricing.backtest.BacktestResult;
import io.daybook.analytics.pricing.kernel.BacktestReport;
import io.daybook.analytics.pricing.kernel.NineInTen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of a back-test in lines of text: the same on the screen and on the page. */
final class BacktestWords {

    static final String NO_CLAIM =
            "What the engine would have earned nobody can know: the expectation is the pieces really sold, times what the"
                    + " demand model makes of another price. It says nothing about what a price would have caused.";

    private final BacktestResult result;

    BacktestWords(BacktestResult result) {
        this.result = result;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        NineInTen range = result.range();
        lines.add(String.format(
                Locale.ROOT,
                "%,d SKUs in %,d stretches of time, until %s (position %,d)",
                result.skus().size(),
                result.stretches(),
                result.until(),
                result.position()));
        lines.add(String.format(Locale.ROOT, "moves                 %,d", result.moves()));
        lines.add("decisions             " + words(result.counts(BacktestReport::verdicts)));
        Map<?, Integer> limits = result.counts(BacktestReport::limits);
        lines.add("stopped by a limit    " + (limits.isEmpty() ? "never" : words(limits)));
        lines.add(String.format(
                Locale.ROOT,
                "volatility            %.4f a stretch, of the real prices %.4f",
                result.mean(BacktestReport::volatility),
                result.mean(BacktestReport::realVolatility)));
        lines.add(String.format(Locale.ROOT, "earned                %,.2f", result.earned()));
        lines.add(String.format(
                Locale.ROOT,
                "expected              %,.2f (nine in ten of the demand that is possible: %,.2f to %,.2f), %+.1f %%",
                result.expected(),
                range.low(),
                range.high(),
                100 * (result.expected() / result.earned() - 1)));
        int unjudged =
                result.skus().stream().mapToInt(sku -> sku.report().unjudged()).sum();
        lines.add(String.format(
                Locale.ROOT,
                "not judged            %,d stretches, in which the engine's price is half as much again as the real one, or less by that",
                unjudged));
        lines.add(NO_CLAIM);
        return lines;
    }

    private static String words(Map<?, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> String.format(
                        Locale.ROOT,
                        "%s %,d",
                        String.valueOf(count.getKey()).toLowerCase(Locale.ROOT).replace('_', ' '),
                        count.getValue()))
                .collect(Collectors.joining(", "));
    }
}
