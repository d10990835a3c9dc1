package io.daybook.local.onlineretail;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The revenue of each hour of the Online Retail file, in the shop's local time. Hours without trade are among them. */
public final class HourlyRevenue {

    private HourlyRevenue() {}

    /** Σ quantity × price by hour, cancellations and adjustments included, from the first hour to the last. */
    public static NavigableMap<LocalDateTime, BigDecimal> of(Path path) throws IOException {
        NavigableMap<LocalDateTime, BigDecimal> revenue = new TreeMap<>();
        try (RetailFile file = RetailFile.open(path)) {
            for (Row row = file.next(); row != null; row = file.next()) {
                if (row instanceof InvoiceRow line) {
                    revenue.merge(line.time().truncatedTo(ChronoUnit.HOURS), line.amount(), BigDecimal::add);
                }
            }
        }
        if (!revenue.isEmpty()) {
            LocalDateTime last = revenue.lastKey();
            for (LocalDateTime hour = revenue.firstKey(); hour.isBefore(last); hour = hour.plusHours(1)) {
                revenue.putIfAbsent(hour, BigDecimal.ZERO);
            }
        }
        return revenue;
    }
}
