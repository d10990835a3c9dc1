package io.daybook.local.onlineretail;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the rows into days, one day in memory at a time. A row of a day that is over, or that contradicts the other rows
 * of its invoice, is broken like one that cannot be read.
 */
final class TradingDays {

    private final RetailFile file;
    private final LocalDate until;
    private final Consumer<BrokenRow> broken;
    private @Nullable InvoiceRow ahead;
    private @Nullable LocalDate last;
    private long rowsRead;

    /** @param until the first day that is left out */
    TradingDays(RetailFile file, LocalDate until, Consumer<BrokenRow> broken) {
        this.file = file;
        this.until = until;
        this.broken = broken;
    }

    /** The next day with trade; null when there is none, or none before {@code until}. */
    @Nullable TradingDay next() throws IOException {
        InvoiceRow first = ahead == null ? readRow() : ahead;
        ahead = null;
        if (first == null) {
            return null;
        }
        if (!first.time().toLocalDate().isBefore(until)) {
            rowsRead--;
            return null;
        }
        LocalDate date = first.time().toLocalDate();
        last = date;
        Map<String, InvoiceRow> heads = new HashMap<>();
        List<InvoiceRow> rows = new ArrayList<>();
        InvoiceRow row = first;
        while (row != null && row.time().toLocalDate().equals(date)) {
            if (agrees(heads.putIfAbsent(row.invoice(), row), row)) {
                rows.add(row);
            }
            row = readRow();
        }
        ahead = row;
        return new TradingDay(date, rows);
    }

    /** How many rows were read, without the one that showed that {@code until} was reached. */
    long rowsRead() {
        return rowsRead;
    }

    private boolean agrees(@Nullable InvoiceRow head, InvoiceRow row) {
        if (head == null
                || (row.country().equals(head.country()) && Objects.equals(row.customerId(), head.customerId()))) {
            return true;
        }
        broken.accept(new BrokenRow(
                row.line(),
                "customer or country differs from line " + head.line() + " of the same invoice " + row.invoice()));
        return false;
    }

    private @Nullable InvoiceRow readRow() throws IOException {
        while (true) {
            Row next = file.next();
            if (next == null) {
                return null;
            }
            rowsRead++;
            switch (next) {
                case BrokenRow row -> broken.accept(row);
                case InvoiceRow row -> {
                    if (last == null || !row.time().toLocalDate().isBefore(last)) {
                        return row;
                    }
                    broken.accept(new BrokenRow(
                            row.line(),
                            "out of order: %s after %s".formatted(row.time().toLocalDate(), last)));
                }
            }
        }
    }
}
