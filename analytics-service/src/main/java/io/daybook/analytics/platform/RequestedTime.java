package io.daybook.analytics.platform;

import io.daybook.api.InvalidValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads a time from a request: an instant, or a date for the start of that day in the shop's time zone. */
public final class RequestedTime {

    private static final int DATE_LENGTH = "yyyy-MM-dd".length();
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private RequestedTime() {}

    public static Instant parse(String text, String field, ZoneId zone) {
        try {
            Instant time = text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new InvalidValue(field, "must lie in the years 1 to 9999");
            }
            return time;
        } catch (DateTimeException e) {
            throw new InvalidValue(field, "must be a date such as 2011-11-14 or a time such as 2011-11-14T09:15:00Z");
        }
    }
}
