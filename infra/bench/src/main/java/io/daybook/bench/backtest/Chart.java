package io.daybook.bench.backtest;

import io.daybook.analytics.pricing.kernel.BacktestKernel.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Charts as SVG. */
final class Chart {

    private static final int WIDTH = 920;
    private static final int HEIGHT = 180;
    private static final int LEFT = 70;
    private static final int FOOT = 24;
    private static final int BINS = 40;

    private final Formatter svg = new Formatter(new StringBuilder(1 << 14), Locale.ROOT);

    private Chart() {
        svg.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">%n",
                LEFT + WIDTH + 10, HEIGHT + FOOT + 10);
    }

    private String end() {
        return svg.format("</svg>%n").toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** How often values lie where, and where one other is. */
    static String histogram(double[] values, double mark) {
        Chart chart = new Chart();
        double low = Math.min(mark, Arrays.stream(values).min().orElse(mark));
        double high = Math.max(mark, Arrays.stream(values).max().orElse(mark));
        double width = high > low ? (high - low) / BINS : 1;
        int[] counts = new int[BINS];
        for (double value : values) {
            counts[Math.min(BINS - 1, (int) ((value - low) / width))]++;
        }
        int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        for (int bin = 0; bin < BINS; bin++) {
            double height = (double) HEIGHT * counts[bin] / most;
            chart.bar((double) bin / BINS, 1.0 / BINS, height, "");
        }
        double x = LEFT + WIDTH * (mark - low) / (width * BINS);
        chart.svg.format("<path stroke=\"#c00000\" stroke-width=\"2\" d=\"M%.1f 0V%d\"/>%n", x, HEIGHT);
        for (double at : new double[] {low, (low + high) / 2, high}) {
            chart.foot((at - low) / (width * BINS), "%,.0f".formatted(at));
        }
        return chart.end();
    }

    /** Counts by week. */
    static String bars(SortedMap<LocalDate, Integer> counts) {
        Chart chart = new Chart();
        int most = Math.max(
                1, counts.values().stream().mapToInt(Integer::intValue).max().orElse(1));
        int index = 0;
        for (var count : counts.entrySet()) {
            chart.bar(
                    (double) index / counts.size(),
                    1.0 / counts.size(),
                    (double) HEIGHT * count.getValue() / most,
                    "%s: %,d".formatted(count.getKey(), count.getValue()));
            if (index % Math.max(1, counts.size() / 6) == 0) {
                chart.foot((double) index / counts.size(), count.getKey().toString());
            }
            index++;
        }
        chart.side(0, Integer.toString(most));
        return chart.end();
    }

    /** Prices as they were, and as they would have been. */
    static String prices(List<Stretch> stretches) {
        Chart chart = new Chart();
        double high = stretches.stream()
                .mapToDouble(stretch -> Math.max(stretch.asked(), stretch.proposed()))
                .max()
                .orElse(1);
        long from = stretches.getFirst().at().getEpochSecond();
        long until = Math.max(from + 1, stretches.getLast().at().getEpochSecond());
        chart.steps("#999999", stretches, from, until, high, true);
        chart.steps("#1f5fbf", stretches, from, until, high, false);
        chart.side(0, "%,.2f".formatted(high));
        chart.side(HEIGHT, "0");
        for (int part = 0; part < 6; part++) {
            Instant at = Instant.ofEpochSecond(from + (until - from) * part / 6);
            chart.foot(part / 6.0, at.atZone(ZoneOffset.UTC).toLocalDate().toString());
        }
        return chart.end();
    }

    /** One point for each change: a price may stand for a thousand stretches. */
    private void steps(String colour, List<Stretch> stretches, long from, long until, double high, boolean asked) {
        svg.format("<path fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" d=\"", colour);
        double before = Double.NaN;
        for (Stretch stretch : stretches) {
            double price = asked ? stretch.asked() : stretch.proposed();
            if (price == before) {
                continue;
            }
            double x = LEFT + (double) WIDTH * (stretch.at().getEpochSecond() - from) / (until - from);
            double y = HEIGHT - HEIGHT * price / high;
            svg.format(Double.isNaN(before) ? "M%.1f %.1f" : "H%.1fV%.1f", x, y);
            before = price;
        }
        svg.format("H%d\"/>%n", LEFT + WIDTH);
    }

    private void bar(double from, double width, double height, String title) {
        svg.format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#7aa6d8\"><title>%s</title></rect>%n",
                LEFT + WIDTH * from, HEIGHT - height, Math.max(0.5, WIDTH * width - 1), height, escaped(title));
    }

    private void foot(double at, String text) {
        svg.format(
                "<text x=\"%.1f\" y=\"%d\" fill=\"#606060\">%s</text>%n",
                Math.min(LEFT + WIDTH - 50, LEFT + WIDTH * at), HEIGHT + FOOT - 6, escaped(text));
    }

    private void side(int y, String text) {
        svg.format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#606060\">%s</text>%n",
                LEFT - 8, Math.max(10, y), escaped(text));
    }
}
