package io.daybook.local.onlineretail;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.daybook.local.onlineretail.RecordLines.TextRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Reads one record of the file; what cannot be read is a {@link BrokenRow}, never an exception. */
final class RowParser {

    static final List<String> HEADER = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int MAX_SCALE = 4;

    private RowParser() {}

    static Row parse(TextRecord text) {
        try {
            return row(text.line(), fields(text.text()));
        } catch (Unreadable e) {
            return new BrokenRow(text.line(), e.reason());
        }
    }

    static List<String> fields(String text) throws Unreadable {
        if (text.indexOf('"') < 0) {
            return List.of(text.split(",", -1));
        }
        if (!RecordLines.quotesPair(text)) {
            throw new Unreadable("quotes do not pair");
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            return reader.stream().findFirst().orElseThrow().getFields();
        } catch (CsvParseException | IOException e) {
            throw new Unreadable("quotes do not pair");
        }
    }

    private static Row row(long line, List<String> fields) throws Unreadable {
        if (fields.size() != HEADER.size()) {
            throw new Unreadable("%d columns instead of %d".formatted(fields.size(), HEADER.size()));
        }
        InvoiceRow row = new InvoiceRow(
                line,
                identifier(fields.get(0), "InvoiceNo"),
                identifier(fields.get(1), "StockCode"),
                fields.get(2).strip(),
                quantity(fields.get(3)),
                time(fields.get(4)),
                price(fields.get(5)),
                fields.get(6).isBlank() ? null : fields.get(6).strip(),
                identifier(fields.get(7), "Country"));
        check(row);
        return row;
    }

    private static void check(InvoiceRow row) throws Unreadable {
        if (row.quantity() == 0) {
            throw new Unreadable("Quantity is 0");
        }
        if (row.isCancellation() && row.quantity() > 0) {
            throw new Unreadable("a cancellation (InvoiceNo C…) with Quantity above 0");
        }
        if (!row.isAdjustment() && row.unitPrice().signum() < 0) {
            throw new Unreadable("UnitPrice below 0 outside of an adjustment (InvoiceNo A…)");
        }
    }

    private static String identifier(String field, String name) throws Unreadable {
        if (field.isBlank()) {
            throw new Unreadable(name + " is blank");
        }
        return field.strip();
    }

    private static long quantity(String field) throws Unreadable {
        try {
            return Long.parseLong(field.strip());
        } catch (NumberFormatException e) {
            throw new Unreadable("Quantity is no whole number: " + field);
        }
    }

    private static LocalDateTime time(String field) throws Unreadable {
        try {
            return LocalDateTime.parse(field.strip(), TIME);
        } catch (DateTimeException e) {
            throw new Unreadable("InvoiceDate is no date and time like 2010-12-01 08:26:00: " + field);
        }
    }

    private static BigDecimal price(String field) throws Unreadable {
        try {
            BigDecimal price = new BigDecimal(field.strip());
            if (price.scale() > MAX_SCALE || price.scale() < 0 || price.precision() > 15) {
                throw new Unreadable("UnitPrice is out of range: " + field);
            }
            return price;
        } catch (NumberFormatException e) {
            throw new Unreadable("UnitPrice is no number: " + field);
        }
    }

    /** Why a record cannot be read. */
    static final class Unreadable extends Exception {
        private final String reason;

        Unreadable(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
