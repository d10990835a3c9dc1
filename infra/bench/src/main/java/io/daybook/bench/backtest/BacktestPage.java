package io.daybook.bench.backtest;

import io.daybook.analytics.pricing.backtest.BacktestResult;
import io.daybook.analytics.pricing.kernel.BacktestKernel.Stretch;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A back-test as a page of HTML that needs nothing but itself. */
final class BacktestPage {

    private static final int SHOWN = 8;

    private final BacktestResult result;
    private final BacktestWords words;

    BacktestPage(BacktestResult result, BacktestWords words) {
        this.result = result;
        this.words = words;
    }

    String html() {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Back-test of prices</title>
                <style>
                body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 980px; color: #222; padding: 0 1em }
                pre { background: #f5f5f2; padding: 1em; overflow-x: auto }
                h2 { font-size: 1.1em; margin: 2em 0 .3em }
                p { margin: .3em 0 }
                svg { width: 100%%; height: auto }
                table { border-collapse: collapse; width: 100%% }
                th, td { text-align: right; padding: .2em .6em; border-bottom: 1px solid #ddd; font-variant-numeric: tabular-nums }
                th:first-child, td:first-child { text-align: left }
                </style>
                <h1>Back-test of prices</h1>
                <pre>%s</pre>
                <p>%s</p>
                <h2>What the demand model expects</h2>
                <p>How many of the demand curves that the history leaves possible earn how much; the line is what was earned.</p>
                %s
                <h2>Moves a week</h2>
                %s
                <h2>The SKUs that earned most</h2>
                <p>Grey is the price that was asked, blue the engine's.</p>
                %s
                %s
                </html>
                """.formatted(
                        Chart.escaped(String.join("\n", figures())),
                        Chart.escaped(BacktestWords.NO_CLAIM),
                        Chart.histogram(result.earnings(), result.earned()),
                        Chart.bars(movesByWeek()),
                        largest().stream().map(BacktestPage::prices).collect(Collectors.joining()),
                        table());
    }

    private List<String> figures() {
        return words.lines().stream()
                .filter(line -> !line.equals(BacktestWords.NO_CLAIM))
                .toList();
    }

    private SortedMap<LocalDate, Integer> movesByWeek() {
        SortedMap<LocalDate, Integer> weeks = new TreeMap<>();
        for (BacktestResult.OfSku sku : result.skus()) {
            for (Stretch stretch : sku.stretches()) {
                LocalDate day = stretch.at().atZone(ZoneOffset.UTC).toLocalDate();
                weeks.merge(day.minusDays(day.getDayOfWeek().getValue() - 1L), stretch.moved() ? 1 : 0, Integer::sum);
            }
        }
        return weeks;
    }

    private List<BacktestResult.OfSku> largest() {
        return result.skus().stream()
                .sorted(Comparator.comparingDouble(
                                (BacktestResult.OfSku sku) -> sku.report().earned())
                        .reversed())
                .limit(SHOWN)
                .toList();
    }

    private static String prices(BacktestResult.OfSku sku) {
        return "<h3>" + Chart.escaped(sku.sku()) + "</h3>" + Chart.prices(sku.stretches());
    }

    private String table() {
        String rows = largest().stream()
                .map(sku -> String.format(
                        Locale.ROOT,
                        "<tr><td>%s<td>%,d<td>%,d<td>%,.2f<td>%,.2f<td>%,.2f to %,.2f",
                        Chart.escaped(sku.sku()),
                        sku.report().stretches(),
                        sku.report().moves(),
                        sku.report().earned(),
                        sku.report().expected(),
                        sku.report().low(),
                        sku.report().high()))
                .collect(Collectors.joining("\n"));
        return "<table><tr><th>SKU<th>stretches<th>moves<th>earned<th>expected<th>nine in ten\n" + rows + "</table>";
    }
}
