package io.daybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatComparable;

import io.daybook.local.traffic.SalesSummary;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the books against one another: the file, the event log, the topic, the read side and the windows. */
final class Books {

    private final EventLog log;
    private final ReadSide readSide;

    Books(EventLog log, ReadSide readSide) {
        this.log = log;
        this.readSide = readSide;
    }

    void allAgreeWith(FileBook file) {
        readSideAgreesWith(file);
        windowsAgreeWith(file);
        everyOrderIsConfirmed(file);
        logIsDense();
        stockIsNeverNegative();
    }

    void readSideAgreesWith(FileBook file) {
        SalesSummary shop = readSide.summary("");
        same(shop.revenue(), file.revenue);
        assertThat(shop.units()).isEqualTo(file.units);
        assertThat(shop.orders()).isEqualTo(file.orders.size());
        assertThat(shop.customers()).isEqualTo(file.customerIds.size());
        assertThat(shop.products()).isEqualTo(file.products.size());
        assertThat(shop.cancellations().count()).isEqualTo(file.cancellations.size());
        same(shop.cancellations().amount(), file.cancelled);
        sameRows(readSide.revenueBy("days", "day"), strings(file.days));
        sameRows(readSide.revenueBy("months", "month"), file.months);
        sameRows(readSide.revenueBy("countries", "country"), file.countries);
        String customer = file.bestCustomer();
        same(
                readSide.summary("?customer=" + customer).revenue(),
                file.customers.getOrDefault(customer, BigDecimal.ZERO));
    }

    void windowsAgreeWith(FileBook file) {
        ReadSide.Totals totals = readSide.totals("");
        same(totals.revenue(), file.revenue);
        assertThat(totals.units()).isEqualTo(file.units);
        file.days.forEach((day, revenue) -> same(
                readSide.totals("?from=%s&until=%s".formatted(day, day.plusDays(1)))
                        .revenue(),
                revenue));
    }

    void everyOrderIsConfirmed(FileBook file) {
        Map<String, Long> events = log.countByType();
        assertThat(events)
                .containsEntry("OrderPlaced", (long) file.orders.size())
                .containsEntry("OrderConfirmed", (long) file.orders.size())
                .doesNotContainKeys("OrderRejected", "ReservationRefused");
        for (String status : Set.of("PLACED", "REJECTED", "CANCELLED")) {
            assertThat(readSide.query("/orders?status=" + status).get("items")).isEmpty();
        }
    }

    void logIsDense() {
        EventLog.Extent extent = log.extent();
        assertThat(extent.highest()).isEqualTo(extent.count());
        assertThat(extent.head()).isEqualTo(extent.count());
        BitSet expected = new BitSet();
        expected.set(1, (int) extent.count() + 1);
        assertThat(log.publishedPositions()).isEqualTo(expected);
    }

    void stockIsNeverNegative() {
        Map<String, Long> available = log.availableStock();
        assertThat(readSide.availableStock()).isEqualTo(available);
    }

    static void same(BigDecimal figure, BigDecimal expected) {
        assertThatComparable(figure).isEqualByComparingTo(expected);
    }

    private static void sameRows(Map<String, BigDecimal> rows, Map<String, BigDecimal> expected) {
        Function<Map<String, BigDecimal>, Map<String, String>> plain = figures -> figures.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        row -> row.getValue().stripTrailingZeros().toPlainString()));
        assertThat(plain.apply(rows)).isEqualTo(plain.apply(expected));
    }

    private static Map<String, BigDecimal> strings(Map<?, BigDecimal> rows) {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(row -> row.getKey().toString(), Map.Entry::getValue));
    }
}
