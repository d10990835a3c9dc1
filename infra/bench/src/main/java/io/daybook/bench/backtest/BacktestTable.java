package io.daybook.bench.backtest;

import io.daybook.analytics.pricing.backtest.BacktestResult;
import io.daybook.analytics.pricing.kernel.BacktestReport;
import java.util.Locale;

/** The figures of each SKU as CSV. */
final class BacktestTable {

    private BacktestTable() {}

    static String csv(BacktestResult result) {
        StringBuilder csv =
                new StringBuilder("sku,stretches,moves,earned,expected,low,high,volatility,real_volatility\n");
        for (BacktestResult.OfSku sku : result.skus()) {
            BacktestReport report = sku.report();
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%.4f,%.4f,%.4f,%.4f,%.6f,%.6f%n",
                    quoted(sku.sku()),
                    report.stretches(),
                    report.moves(),
                    report.earned(),
                    report.expected(),
                    report.low(),
                    report.high(),
                    report.volatility(),
                    report.realVolatility()));
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        return text.matches("[^\",\\s]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
