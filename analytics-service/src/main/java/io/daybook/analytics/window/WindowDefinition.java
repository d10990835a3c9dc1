package io.daybook.analytics.window;

import io.daybook.analytics.window.WindowKind.Count;
import io.daybook.analytics.window.WindowKind.Function;
import io.daybook.analytics.window.WindowKind.Panes;
import io.daybook.analytics.window.WindowKind.Sessions;
import io.daybook.analytics.window.WindowKind.Slide;
import io.daybook.analytics.window.kernel.Aggregation;
import io.daybook.analytics.window.kernel.Continuous;
import io.daybook.analytics.window.kernel.Extreme;
import io.daybook.analytics.window.kernel.Lateness;
import io.daybook.analytics.window.kernel.Sum;
import io.daybook.analytics.window.kernel.WindowKernel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A window that can be kept: its settings checked. */
record WindowDefinition(
        String name,
        String from,
        WindowKind kind,
        String key,
        Measure measure,
        String aggregate,
        Duration grace,
        Duration retention) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,49}");
    private static final List<String> SOURCES = List.of("sales", "activity", "events");
    private static final List<String> KINDS =
            List.of("tumbling", "hopping", "sliding", "session", "count", "continuous");
    private static final Duration LONGEST = Duration.ofDays(36_600);

    /** The window of a name, or an {@link UnfitWindow} that names the field. */
    static WindowDefinition of(String name, WindowSettings settings) {
        if (!NAME.matcher(name).matches()) {
            throw new UnfitWindow(name, "", "must have a name of small letters, digits and dashes, 50 at most");
        }
        String from = oneOf(name, "from", settings.from(), SOURCES);
        Measure measure = measure(name, from, settings.measure());
        String key = oneOf(name, "key", settings.key(), measure.keys());
        String aggregate = oneOf(name, "aggregate", settings.aggregate(), List.of("sum", "maximum", "minimum"));
        WindowKind kind = kind(name, settings);
        Duration grace = settings.grace();
        if (grace.isNegative() || grace.compareTo(LONGEST) > 0) {
            throw new UnfitWindow(name, "grace", "must not be negative");
        }
        Duration least = kind.leastRetention(grace);
        Duration retention = settings.retention() == null ? least.plusDays(1) : settings.retention();
        if (retention.compareTo(least) < 0 || retention.compareTo(LONGEST) > 0) {
            throw new UnfitWindow(
                    name, "retention", "must be at least " + least + ", the windows' reach and the grace");
        }
        return new WindowDefinition(name, from, kind, key, measure, aggregate, grace, retention);
    }

    Lateness lateness() {
        return Lateness.of(grace, retention);
    }

    WindowKernel<BigDecimal> kernel() {
        Aggregation<BigDecimal, BigDecimal> aggregation = switch (aggregate) {
            case "maximum" -> Extreme.MAXIMUM;
            case "minimum" -> Extreme.MINIMUM;
            default -> new Sum();
        };
        return kind.kernel(lateness(), aggregation);
    }

    /** Whether its keys are people, or what they did in one visit: then somebody may want to be forgotten. */
    boolean isPersonal() {
        return key.equals("session") || key.equals("customer");
    }

    /** The time of which nothing can come any more that would count, once everything has come up to a watermark. */
    long longAgo(long watermark) {
        return watermark - retention.toMillis() - kind.step().toMillis();
    }

    /** Whether the records of a key are in one partition, in order, so that nothing has to be brought together. */
    boolean isKeptWhereItIs() {
        return from.equals("activity") && key.equals("session");
    }

    /** Whether the events of all partitions have to be in one order: by category, which other events give to a SKU. */
    boolean isInOrderOfTheLog() {
        return key.equals("category");
    }

    /** Another text for any other definition: what is kept for one cannot be read as another. */
    String version() {
        String text = Stream.of(from, kind, key, measure, aggregate, grace, retention)
                .map(Objects::toString)
                .reduce("", (before, part) -> before + part + '\n');
        return String.format(Locale.ROOT, "%08x", text.hashCode());
    }

    private static Measure measure(String name, String from, @Nullable String text) {
        List<Measure> measures = Measure.of(from);
        List<String> known = measures.stream()
                .map(measure -> measure.name().toLowerCase(Locale.ROOT))
                .toList();
        return measures.get(known.indexOf(oneOf(name, "measure", text, known)));
    }

    private static WindowKind kind(String name, WindowSettings settings) {
        return switch (oneOf(name, "kind", settings.kind(), KINDS)) {
            case "tumbling" -> {
                Duration size = length(name, "size", settings.size());
                yield new Panes(size, size);
            }
            case "hopping" -> hopping(name, settings);
            case "sliding" -> new Slide(length(name, "size", settings.size()));
            case "session" -> new Sessions(length(name, "gap", settings.gap()));
            case "count" -> count(name, settings);
            default -> function(name, settings);
        };
    }

    private static WindowKind hopping(String name, WindowSettings settings) {
        Duration size = length(name, "size", settings.size());
        Duration advance = length(name, "advance", settings.advance());
        if (size.toMillis() % advance.toMillis() != 0) {
            throw new UnfitWindow(name, "advance", "must go into the size, " + size + ", a whole number of times");
        }
        return new Panes(size, advance);
    }

    private static WindowKind count(String name, WindowSettings settings) {
        Integer count = settings.count();
        if (count == null || count < 1 || count > 100_000) {
            throw new UnfitWindow(name, "count", "must be 1 to 100,000");
        }
        int every = settings.every() == null ? count : settings.every();
        if (every < 1 || every > count) {
            throw new UnfitWindow(name, "every", "must be 1 to the count, " + count);
        }
        return new Count(count, every);
    }

    private static WindowKind function(String name, WindowSettings settings) {
        List<String> functions = Arrays.stream(Continuous.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
        String function = oneOf(name, "function", settings.function(), functions);
        Continuous.Kind kind = Continuous.Kind.valueOf(function.toUpperCase(Locale.ROOT));
        Duration halfLife =
                kind == Continuous.Kind.CHANGE ? Duration.ZERO : length(name, "half-life", settings.halfLife());
        return new Function(kind, halfLife);
    }

    private static Duration length(String name, String field, @Nullable Duration length) {
        if (length == null || length.toMillis() < 1 || length.compareTo(LONGEST) > 0) {
            throw new UnfitWindow(name, field, "must be a length of a millisecond or more, such as PT1H");
        }
        return length;
    }

    private static String oneOf(String name, String field, @Nullable String text, List<String> known) {
        if (text == null || !known.contains(text)) {
            throw new UnfitWindow(
                    name, field, "must be " + String.join(", ", known) + (text == null ? "" : "; not " + text));
        }
        return text;
    }
}
