package io.daybook.query.sales;

import io.daybook.query.platform.Columns;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import io.daybook.query.platform.model.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The sales book: a row for each document booked, and one for each of its lines; written once. */
final class SalesBook {

    /** So many lines a document may have; an event is far smaller than what that many would take. */
    private static final long LINES = 1L << 20;

    static final Table<Document> DOCUMENTS = Table.<Document>named("sales_document")
            .number("number", Document::number)
            .text("kind", Document::kind)
            .text("document_id", Document::documentId)
            .instant("booked_at", Document::bookedAt)
            .date("day", Document::day)
            .text("country", Document::country)
            .text("customer_id", Document::customerId)
            .text("currency", Document::currency)
            .number("units", Document::units)
            .decimal("amount", Document::amount)
            .read(row -> new Document(
                    row.getLong("number"),
                    Booking.Kind.valueOf(row.getString("kind")),
                    row.getString("document_id"),
                    Columns.instant(row, "booked_at"),
                    row.getObject("day", LocalDate.class),
                    row.getString("country"),
                    row.getString("customer_id"),
                    row.getString("currency"),
                    row.getLong("units"),
                    row.getBigDecimal("amount")));

    static final Table<DocumentLine> LINES_OF_DOCUMENTS = Table.<DocumentLine>named("sales_line")
            .number("line_number", line -> line.document() * LINES + line.line())
            .number("document", DocumentLine::document)
            .number("line", DocumentLine::line)
            .text("kind", DocumentLine::kind)
            .text("sku", DocumentLine::sku)
            .date("day", DocumentLine::day)
            .text("country", DocumentLine::country)
            .text("customer_id", DocumentLine::customerId)
            .text("currency", DocumentLine::currency)
            .number("units", DocumentLine::units)
            .decimal("amount", DocumentLine::amount)
            .read(row -> new DocumentLine(
                    row.getLong("document"),
                    row.getInt("line"),
                    Booking.Kind.valueOf(row.getString("kind")),
                    row.getString("sku"),
                    row.getObject("day", LocalDate.class),
                    row.getString("country"),
                    row.getString("customer_id"),
                    row.getString("currency"),
                    row.getLong("units"),
                    row.getBigDecimal("amount")));

    private SalesBook() {}

    /** A document; its number is the position of its event. */
    record Document(
            long number,
            Booking.Kind kind,
            String documentId,
            Instant bookedAt,
            LocalDate day,
            @Nullable String country,
            @Nullable String customerId,
            String currency,
            long units,
            BigDecimal amount) {}

    /** A line, with what figures by line are broken down by. */
    record DocumentLine(
            long document,
            int line,
            Booking.Kind kind,
            String sku,
            LocalDate day,
            @Nullable String country,
            @Nullable String customerId,
            String currency,
            long units,
            BigDecimal amount) {}

    static ReadModel<Document, Booking> documents(SalesProperties shop) {
        return ReadModel.ofParts(
                DOCUMENTS,
                BookingRules.BOOKED,
                event -> BookingRules.bookings(event, shop.currency()),
                Recorded::position,
                number -> (Long) number,
                recorded -> {
                    Booking booking = recorded.event();
                    return new Document(
                            recorded.position(),
                            booking.kind(),
                            booking.documentId(),
                            booking.bookedAt(),
                            booking.day(shop.zone()),
                            booking.country(),
                            booking.customerId(),
                            booking.currency(),
                            booking.units(),
                            booking.amount());
                });
    }

    static ReadModel<DocumentLine, NumberedLine> lines(SalesProperties shop) {
        return ReadModel.ofParts(
                LINES_OF_DOCUMENTS,
                BookingRules.BOOKED,
                event -> BookingRules.bookings(event, shop.currency()).stream()
                        .flatMap(booking -> IntStream.range(0, booking.lines().size())
                                .mapToObj(index -> new NumberedLine(booking, index)))
                        .toList(),
                recorded ->
                        recorded.position() * LINES + recorded.event().line().line(),
                number -> (Long) number / LINES,
                recorded -> line(recorded.position(), recorded.event(), shop));
    }

    /** A line of a booking. */
    record NumberedLine(Booking booking, int index) {
        Booking.Line line() {
            return booking.lines().get(index);
        }
    }

    private static DocumentLine line(long document, NumberedLine numbered, SalesProperties shop) {
        Booking booking = numbered.booking();
        Booking.Line line = numbered.line();
        return new DocumentLine(
                document,
                line.line(),
                booking.kind(),
                line.sku(),
                booking.day(shop.zone()),
                booking.country(),
                booking.customerId(),
                booking.currency(),
                line.units(),
                line.amount());
    }
}
