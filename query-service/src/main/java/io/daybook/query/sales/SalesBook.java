package io.daybook.query.sales;

import io.daybook.query.platform.Positioned;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The tables of the sales book. Its rows are never loaded to be changed, so they need no entities: a batch is two inserts
 * of arrays, in the transaction that stores the token.
 */
@Component
class SalesBook {

    private static final String DOCUMENTS = """
            INSERT INTO sales_document (position, kind, document_id, booked_at, day, country, customer_id, currency,
                                        units, amount)
            SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::date[], ?::text[], ?::text[],
                                 ?::text[], ?::bigint[], ?::numeric[])
            """;
    private static final String LINES = """
            INSERT INTO sales_line (position, line, kind, sku, day, country, customer_id, currency, units, amount)
            SELECT * FROM unnest(?::bigint[], ?::integer[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[],
                                 ?::text[], ?::bigint[], ?::numeric[])
            """;

    private final JdbcTemplate jdbc;
    private final ZoneId zone;

    SalesBook(JdbcTemplate jdbc, SalesProperties properties) {
        this.jdbc = jdbc;
        this.zone = properties.zone();
    }

    void append(List<Positioned<Booking>> bookings) {
        List<DocumentRow> documents = bookings.stream().map(this::document).toList();
        insert(
                DOCUMENTS,
                documents,
                column("bigint", DocumentRow::position),
                column("text", row -> row.booking().kind().name()),
                column("text", row -> row.booking().documentId()),
                column("timestamptz", row -> row.booking().bookedAt().toString()),
                column("date", row -> row.day().toString()),
                column("text", row -> row.booking().country()),
                column("text", row -> row.booking().customerId()),
                column("text", row -> row.booking().currency()),
                column("bigint", row -> row.booking().units()),
                column("numeric", row -> row.booking().amount()));
        List<LineRow> lines = documents.stream()
                .flatMap(document -> document.booking().lines().stream().map(line -> new LineRow(document, line)))
                .toList();
        insert(
                LINES,
                lines,
                column("bigint", row -> row.document().position()),
                column("integer", row -> row.line().line()),
                column("text", row -> row.document().booking().kind().name()),
                column("text", row -> row.line().sku()),
                column("date", row -> row.document().day().toString()),
                column("text", row -> row.document().booking().country()),
                column("text", row -> row.document().booking().customerId()),
                column("text", row -> row.document().booking().currency()),
                column("bigint", row -> row.line().units()),
                column("numeric", row -> row.line().amount()));
    }

    void clear() {
        jdbc.execute("TRUNCATE sales_document, sales_line");
    }

    private DocumentRow document(Positioned<Booking> booking) {
        LocalDate day = booking.event().bookedAt().atZone(zone).toLocalDate();
        return new DocumentRow(booking.position(), booking.event(), day);
    }

    @SafeVarargs
    private <R> void insert(String sql, List<R> rows, Column<R>... columns) {
        jdbc.update(connection -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            for (int i = 0; i < columns.length; i++) {
                columns[i].bind(statement, i + 1, rows, connection);
            }
            return statement;
        });
    }

    private static <R> Column<R> column(String type, Function<R, @Nullable Object> value) {
        return new Column<>(type, value);
    }

    private record DocumentRow(long position, Booking booking, LocalDate day) {}

    private record LineRow(DocumentRow document, Booking.Line line) {}

    /** A column of the rows inserted, as one array. */
    private record Column<R>(String type, Function<R, @Nullable Object> value) {

        void bind(PreparedStatement statement, int index, List<R> rows, Connection connection) throws SQLException {
            Object[] values = rows.stream().map(value).toArray();
            statement.setArray(index, connection.createArrayOf(type, values));
        }
    }
}
