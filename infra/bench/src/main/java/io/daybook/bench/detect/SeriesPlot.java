package io.daybook.bench.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/**
 * A picture of a series as SVG: the values, the band that was expected of them, a dot for each finding, the scores
 * below. Each pixel shows the range of the rows that fall on it, so a spike of one row is never lost.
 */
final class SeriesPlot {

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 360;
    private static final int SCORES = 80;
    private static final int MARGIN = 70;

    private final List<Finding> rows = new ArrayList<>();

    void add(Finding row) {
        rows.add(row);
    }

    void write(Path file, String title, List<Finding> findings) throws IOException {
        Formatter svg = new Formatter(new StringBuilder(1 << 20), Locale.ROOT);
        int height = HEIGHT + SCORES + 2 * MARGIN;
        svg.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\"",
                WIDTH + 2 * MARGIN, height, WIDTH + 2 * MARGIN, height);
        svg.format(
                " font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n");
        svg.format("<text x=\"%d\" y=\"30\" font-size=\"16\">%s</text>%n", MARGIN, escaped(title));
        if (!rows.isEmpty()) {
            draw(svg, Scale.of(rows), findings);
        }
        svg.format("</svg>\n");
        Files.writeString(file, svg.toString());
    }

    private void draw(Formatter svg, Scale scale, List<Finding> findings) {
        months(svg, scale);
        for (double value : new double[] {scale.low(), 0, scale.high()}) {
            svg.format(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%,.0f</text>%n",
                    MARGIN - 6, scale.y(value) + 4, value);
        }
        svg.format("<path fill=\"none\" stroke=\"#9dc3e6\" d=\"");
        rows.forEach(row -> svg.format(
                "M%.1f %.1fV%.1f",
                scale.x(row),
                scale.y(row.verdict().low()),
                scale.y(row.verdict().high())));
        svg.format("\"/>\n<polyline fill=\"none\" stroke=\"#1f3864\" stroke-width=\"0.7\" points=\"");
        rows.stream()
                .filter(row -> Double.isFinite(row.sample().value()))
                .forEach(row -> svg.format(
                        "%.1f,%.1f ", scale.x(row), scale.y(row.sample().value())));
        svg.format("\"/>\n<path fill=\"none\" stroke=\"#7f7f7f\" d=\"");
        int foot = MARGIN + HEIGHT + SCORES + 20;
        rows.stream()
                .filter(row -> row.verdict().onset())
                .forEach(row -> svg.format(
                        "M%.1f %dV%.1f",
                        scale.x(row), foot, foot - SCORES * row.verdict().score()));
        svg.format("\"/>\n");
        svg.format("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">score</text>%n", MARGIN - 6, foot);
        for (Finding finding : findings) {
            svg.format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#c00000\"><title>%s</title></circle>%n",
                    scale.x(finding), scale.y(finding.sample().value()), escaped(finding.words()));
        }
    }

    private void months(Formatter svg, Scale scale) {
        LocalDate day =
                Instant.ofEpochSecond(scale.from()).atZone(ZoneOffset.UTC).toLocalDate();
        for (LocalDate month = day.withDayOfMonth(1).plusMonths(1);
                month.atStartOfDay(ZoneOffset.UTC).toEpochSecond() < scale.until();
                month = month.plusMonths(Math.max(1, (scale.until() - scale.from()) / 86_400 / 365))) {
            double x = scale.x(month.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
            svg.format("<path stroke=\"#e0e0e0\" d=\"M%.1f %dV%d\"/>", x, MARGIN, MARGIN + HEIGHT);
            svg.format(
                    "<text x=\"%.1f\" y=\"%d\" fill=\"#606060\">%s</text>%n",
                    x + 3, MARGIN + 10, month.toString().substring(0, 7));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Where a time and a value are on the picture. */
    private record Scale(long from, long until, double low, double high) {

        static Scale of(List<Finding> rows) {
            double low = 0;
            double high = 0;
            for (Finding row : rows) {
                if (Double.isFinite(row.sample().value())) {
                    low = Math.min(low, row.sample().value());
                    high = Math.max(high, row.sample().value());
                }
            }
            long from = rows.getFirst().sample().epochSecond();
            long until = rows.getLast().sample().epochSecond();
            return new Scale(from, Math.max(until, from + 1), low, high > low ? high : low + 1);
        }

        double x(Finding row) {
            return x(row.sample().epochSecond());
        }

        double x(long epochSecond) {
            return MARGIN + (double) WIDTH * (epochSecond - from) / (until - from);
        }

        double y(double value) {
            return MARGIN + HEIGHT * (1 - (Math.clamp(value, low, high) - low) / (high - low));
        }
    }
}
