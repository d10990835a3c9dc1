package io.daybook.bench.detect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Timestamps as they are found in the wild: {@code 2014-04-01 00:00:00}, ISO 8601 with or without offset, dates,
 * epochs.
 */
final class TimestampText {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]\\+?\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d{2}:\\d{2})");
    /** In seconds this would be the year 5138; so it is milliseconds. */
    private static final double MILLISECONDS_FROM = 1e11;

    private TimestampText() {}

    /** Seconds since the epoch; a time without an offset is taken as UTC. Empty where the text is no time. */
    static OptionalLong epochSecond(String text) {
        try {
            if (NUMBER.matcher(text).matches()) {
                double number = Double.parseDouble(text);
                return OptionalLong.of((long) Math.floor(number >= MILLISECONDS_FROM ? number / 1000 : number));
            }
            if (DATE.matcher(text).matches()) {
                return OptionalLong.of(LocalDate.parse(text).toEpochSecond(java.time.LocalTime.MIN, ZoneOffset.UTC));
            }
            String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
            if (!OFFSET.matcher(iso).matches()) {
                return OptionalLong.of(LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC));
            }
            return OptionalLong.of(
                    iso.endsWith("Z")
                            ? Instant.parse(iso).getEpochSecond()
                            : OffsetDateTime.parse(iso).toEpochSecond());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }
}
