package io.daybook.query;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.api.stock.event.StockWrittenOff;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The year of real trade as events, straight from the file: about what its import through the command side leaves
 * behind.
 */
public final class OnlineRetailYear {

    private static final Pattern FIELD = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,]*)");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int APPEND = 2_000;
    private static final long PLENTY = 10_000_000;

    private final EventLog log;
    private final Set<String> skus = new HashSet<>();
    private final Map<String, BigDecimal> prices = new HashMap<>();
    private EventLog.Batch batch;

    public OnlineRetailYear(EventLog log) {
        this.log = log;
        this.batch = log.batch();
    }

    /** The file, which lies outside of the repository. */
    public static Path file() {
        String folder = System.getProperty("daybook.data", System.getenv("DAYBOOK_DATA"));
        Path data = folder == null ? Path.of("..", "..", "shared", "data") : Path.of(folder);
        return data.resolve("online-retail.csv.gz");
    }

    public void append() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file())), StandardCharsets.UTF_8))) {
            lines.readLine();
            List<Row> invoice = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Row row = Row.of(line);
                if (!invoice.isEmpty() && !invoice.getFirst().invoice().equals(row.invoice())) {
                    take(invoice);
                    invoice.clear();
                }
                invoice.add(row);
            }
            take(invoice);
        }
        batch.append();
    }

    private void take(List<Row> invoice) {
        invoice.forEach(this::introduce);
        switch (invoice.getFirst().invoice().charAt(0)) {
            case 'C' -> takenBack(invoice);
            case 'A' -> invoice.forEach(this::adjusted);
            default -> {
                sold(invoice.stream().filter(row -> row.quantity() > 0).toList());
                invoice.stream().filter(row -> row.quantity() < 0).forEach(this::writtenOff);
            }
        }
        if (batch.size() > APPEND) {
            batch.append();
            batch = log.batch();
        }
    }

    private void introduce(Row row) {
        String sku = row.sku();
        if (skus.add(sku)) {
            batch.add("product:" + sku, new ProductRegistered(sku, sku, true, null));
            batch.add("stock:" + sku, new StockReceived(sku, "R-1", PLENTY, "DELIVERY", row.at()));
        }
        BigDecimal before = row.price().signum() > 0 ? prices.put(sku, row.price()) : row.price();
        if (before == null || before.compareTo(row.price()) != 0) {
            batch.add("price:" + sku, new ListPriceSet(sku, row.price(), "GBP", row.at()));
        }
    }

    private void sold(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Row first = rows.getFirst();
        // an invoice that another one interrupts in the file comes in parts
        String order = first.invoice() + "-" + first.number();
        List<OrderLine> lines = lines(rows);
        String id = "order:" + order;
        batch.add(
                id, new OrderPlaced(order, first.customer(), first.country(), "GBP", first.at(), "ON_ACCOUNT", lines));
        for (OrderLine line : lines) {
            batch.add("stock:" + line.sku(), new StockReserved(line.sku(), line.reservationId(order), line.quantity()));
        }
        batch.add(id, new OrderConfirmed(order, first.customer(), first.country(), "GBP", first.at(), lines));
    }

    private void takenBack(List<Row> rows) {
        Row first = rows.getFirst();
        String id = first.invoice() + "-" + first.number();
        batch.add(
                "return:" + id,
                new GoodsReturned(id, null, first.customer(), first.country(), "GBP", first.at(), lines(rows)));
        rows.forEach(row -> batch.add(
                "stock:" + row.sku(),
                new StockReceived(row.sku(), id + "/" + row.number(), -row.quantity(), "RETURN", row.at())));
    }

    private void adjusted(Row row) {
        batch.add(
                "adjustment:" + row.invoice(),
                new AdjustmentRecorded(
                        row.invoice(),
                        row.sku(),
                        "bad debt",
                        row.customer(),
                        row.country(),
                        row.price(),
                        "GBP",
                        row.at()));
    }

    private void writtenOff(Row row) {
        batch.add(
                "stock:" + row.sku(),
                new StockWrittenOff(row.sku(), "W-" + row.number(), -row.quantity(), "file", row.at()));
    }

    private static List<OrderLine> lines(List<Row> rows) {
        List<OrderLine> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(new OrderLine(lines.size() + 1, row.sku(), Math.abs(row.quantity()), row.price(), true));
        }
        return lines;
    }

    private record Row(
            long number,
            String invoice,
            String sku,
            long quantity,
            Instant at,
            BigDecimal price,
            @Nullable String customer,
            String country) {

        private static long count;

        static Row of(String line) {
            List<String> fields = new ArrayList<>();
            Matcher field = FIELD.matcher(line);
            int start = 0;
            while (start <= line.length() && field.find(start)) {
                fields.add(field.group(1) == null ? field.group(2) : field.group(1));
                start = field.end() + 1;
            }
            return new Row(
                    ++count,
                    fields.get(0),
                    fields.get(1),
                    Long.parseLong(fields.get(3)),
                    LocalDateTime.parse(fields.get(4), STAMP).atZone(LONDON).toInstant(),
                    new BigDecimal(fields.get(5)),
                    fields.get(6).isEmpty() ? null : fields.get(6),
                    fields.get(7));
        }
    }
}
