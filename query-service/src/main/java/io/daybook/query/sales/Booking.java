package io.daybook.query.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document booked in the sales book; what was taken back is negative. */
record Booking(
        Kind kind,
        String documentId,
        Instant bookedAt,
        @Nullable String country,
        @Nullable String customerId,
        String currency,
        List<Line> lines) {

    enum Kind {
        SALE,
        RETURN,
        CANCELLATION,
        ADJUSTMENT,
        WRITE_OFF
    }

    record Line(int line, String sku, long units, BigDecimal amount) {}

    /** The day it counts for, in the shop's time zone. */
    LocalDate day(ZoneId zone) {
        return bookedAt.atZone(zone).toLocalDate();
    }

    long units() {
        return lines.stream().mapToLong(Line::units).reduce(0, Math::addExact);
    }

    BigDecimal amount() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
