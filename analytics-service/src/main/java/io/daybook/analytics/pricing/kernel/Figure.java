package io.daybook.analytics.pricing.kernel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** The values of a figure, one after another. */
final class Figure {

    private final String[] values;
    private int next;

    private Figure(String[] values) {
        this.values = values;
    }

    static Figure of(Map<String, String> figures, String name) {
        return new Figure(text(figures, name).split(" "));
    }

    static String text(Map<String, String> figures, String name) {
        String text = figures.get(name);
        if (text == null) {
            throw new IllegalArgumentException("the receipt lacks " + name);
        }
        return text;
    }

    static long amount(String text) {
        return new BigDecimal(text).movePointRight(4).longValueExact();
    }

    String next() {
        if (next == values.length) {
            throw new IllegalArgumentException("a figure lacks a value");
        }
        return values[next++];
    }

    double number() {
        return Double.parseDouble(next());
    }

    long integer() {
        return Long.parseLong(next());
    }

    long amount() {
        return amount(next());
    }

    Instant instant() {
        return Instant.parse(next());
    }
}
