package io.daybook.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a run found: flat keys in the order they were found, printed at once and written to a file at the end. */
public final class Report {

    private final PrintStream out;
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Report(PrintStream out) {
        this.out = out;
    }

    public void heading(String text) {
        out.printf("%n%s%n", text);
    }

    public void line(String text) {
        out.println(text);
    }

    public void note(String key, Object value) {
        values.put(key, value);
    }

    /** A ratio of subject to reference, with its spread over the rounds and the goal it is held against. */
    public void ratio(String key, Spread spread, @Nullable Double goal) {
        keep(key, spread);
        String verdict = goal == null ? "" : "   goal %.1f".formatted(goal);
        out.printf(
                Locale.ROOT,
                "  %-34s %7.2f   (%.2f to %.2f, quartiles %.2f and %.2f)%s%n",
                key,
                spread.median(),
                spread.lowest(),
                spread.highest(),
                spread.lowerQuartile(),
                spread.upperQuartile(),
                verdict);
    }

    /** A figure with its spread over the rounds. */
    public void spread(String key, Spread spread, String unit) {
        keep(key, spread);
        out.printf(
                Locale.ROOT,
                "  %-34s %9.0f   (%.0f to %.0f) %s%n",
                key,
                spread.median(),
                spread.lowest(),
                spread.highest(),
                unit);
    }

    private void keep(String key, Spread spread) {
        values.put(key, round(spread.median()));
        values.put(key + "_min", round(spread.lowest()));
        values.put(key + "_q1", round(spread.lowerQuartile()));
        values.put(key + "_q3", round(spread.upperQuartile()));
        values.put(key + "_max", round(spread.highest()));
    }

    /** A single figure. */
    public void figure(String key, double value, String unit) {
        values.put(key, round(value));
        out.printf(Locale.ROOT, "  %-34s %9.2f %s%n", key, value, unit);
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    JsonMapper.builder()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .build()
                                    .writeValueAsString(values)
                            + "\n");
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write " + file, e);
        }
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
