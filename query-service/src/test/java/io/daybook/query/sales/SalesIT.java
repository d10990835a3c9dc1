package io.daybook.query.sales;

import static io.daybook.query.OrderEvents.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockWrittenOff;
import io.daybook.query.OrderEvents;
import io.daybook.query.QueryServiceScenario;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each test keeps its books in a currency of its own, so that none sees the trade of another. */
class SalesIT extends QueryServiceScenario {

    private static final Instant WINTER = Instant.parse("2010-12-01T08:26:00Z");

    @Test
    void addsUpSalesReturnsCancellationsAndAdjustmentsToThePenny() {
        OrderLine[] lines = {line(1, "HEART", 6, "2.55"), line(2, "PADS", 1, "0.001"), line(3, "HEART", 1, "2.55")};
        OrderEvents kept = order("AAA", "17850", "France", WINTER);
        OrderEvents calledOff = order("AAA", "17850", "France", WINTER);
        OrderEvents rejected = order("AAA", "99999", "Spain", WINTER);
        OrderEvents neverConfirmed = order("AAA", "99998", "Spain", WINTER);
        OrderEvents anonymous = new OrderEvents(fresh("O"), null, "Norway", "AAA", WINTER);
        log.append("order:" + kept.orderId(), kept.placed(lines), kept.confirmed(lines));
        log.append(
                "order:" + calledOff.orderId(),
                calledOff.placed(lines),
                calledOff.confirmed(lines),
                calledOff.cancelled(true, lines));
        log.append(
                "order:" + rejected.orderId(),
                rejected.placed(lines),
                new OrderRejected(rejected.orderId(), List.of()));
        log.append(
                "order:" + neverConfirmed.orderId(),
                neverConfirmed.placed(lines),
                neverConfirmed.cancelled(false, lines));
        log.append("return:1", anonymous.returnedWithoutOrder("1", line(1, "TIN", 2, "1.20")));
        log.append("adjustment:1", anonymous.adjusted("1", "B", "-11062.06"));
        log.append("adjustment:2", anonymous.adjusted("2", "B", "11062.07"));
        awaitProjections();

        JsonNode summary = get("/sales/summary?currency=AAA").body();

        assertThat(summary.path("currency").asString()).isEqualTo("AAA");
        assertThat(summary.path("revenue").asString()).isEqualTo("15.461");
        assertThat(summary.path("units").asLong()).isEqualTo(6);
        assertThat(summary.path("orders").asLong()).isEqualTo(2);
        assertThat(summary.path("customers").asLong()).isEqualTo(1);
        assertThat(summary.path("products").asLong()).isEqualTo(4);
        assertThat(summary.path("cancellations").path("count").asLong()).isEqualTo(2);
        assertThat(summary.path("cancellations").path("amount").asString()).isEqualTo("-20.251");
    }

    @Test
    void cutsDaysAtMidnightInTheShopsZone() {
        // 23:30 and 00:30 on the clocks of London, which are an hour ahead of UTC in June and not in January
        sold("AAB", "C", "France", "2011-06-14T22:30:00Z", "1");
        sold("AAB", "C", "France", "2011-06-14T23:30:00Z", "10");
        sold("AAB", "C", "France", "2011-01-14T23:30:00Z", "100");
        sold("AAB", "C", "France", "2011-01-15T00:30:00Z", "1000");
        awaitProjections();

        assertThat(revenue("currency=AAB&from=2011-06-14&until=2011-06-15")).isEqualTo("1.00");
        assertThat(revenue("currency=AAB&from=2011-06-15&until=2011-06-16")).isEqualTo("10.00");
        assertThat(revenue("currency=AAB&from=2011-01-14&until=2011-01-15")).isEqualTo("100.00");
        assertThat(revenue("currency=AAB&from=2011-01-15")).isEqualTo("1011.00");
        assertThat(revenue("currency=AAB&until=2011-01-15")).isEqualTo("100.00");
        assertThat(revenue("currency=AAB&from=2011-01-15&until=2011-01-15")).isEqualTo("0.00");
        assertThat(revenue("currency=AAB&from=&until=&country=&customer=")).isEqualTo("1111.00");
    }

    @Test
    void filtersByCountryAndCustomer() {
        sold("AAC", "C-1", "France", "2011-01-04T10:00:00Z", "1");
        sold("AAC", "C-2", "France", "2011-01-04T10:00:00Z", "10");
        sold("AAC", "C-2", "United Kingdom", "2011-01-04T10:00:00Z", "100");
        awaitProjections();

        assertThat(revenue("currency=AAC&country=France")).isEqualTo("11.00");
        assertThat(revenue("currency=AAC&customer=C-2")).isEqualTo("110.00");
        assertThat(revenue("currency=AAC&country=United%20Kingdom&customer=C-2"))
                .isEqualTo("100.00");
        assertThat(revenue("currency=AAC&customer=C-3")).isEqualTo("0.00");
    }

    @Test
    void breaksTheFiguresDownSoThatTheRowsAddUp() {
        sold("AAD", "C-1", "France", "2011-01-04T10:00:00Z", "1");
        sold("AAD", "C-2", "Spain", "2011-01-04T11:00:00Z", "10");
        sold("AAD", "C-2", "Spain", "2011-02-04T10:00:00Z", "100.5");
        awaitProjections();

        JsonNode days = get("/sales/days?currency=AAD").body().path("items");
        JsonNode months = get("/sales/months?currency=AAD").body().path("items");
        JsonNode countries = get("/sales/countries?currency=AAD").body().path("items");

        assertThat(rows(days, "day")).containsExactly("2011-01-04 11.00", "2011-02-04 100.50");
        assertThat(days.path(0).path("customers").asLong()).isEqualTo(2);
        assertThat(days.path(0).path("products").asLong()).isEqualTo(1);
        assertThat(rows(months, "month")).containsExactly("2011-01 11.00", "2011-02 100.50");
        assertThat(rows(countries, "country")).containsExactly("Spain 110.50", "France 1.00");
        assertThat(rows(get("/sales/days?currency=AAD&country=Spain").body().path("items"), "day"))
                .containsExactly("2011-01-04 10.00", "2011-02-04 100.50");
    }

    @Test
    void ranksProductsByRevenueOrUnits() {
        OrderLine[] lines = {line(1, "DEAR", 1, "100"), line(2, "CHEAP", 50, "0.1"), line(3, "CHEAP", 10, "0.1")};
        OrderEvents order = order("AAE", "C-1", "France", WINTER);
        log.append("order:" + order.orderId(), order.placed(lines), order.confirmed(lines));
        log.append("return:" + fresh("R"), order.returnedWithoutOrder(fresh("R"), line(1, "CHEAP", 5, "0.1")));
        awaitProjections();

        JsonNode byRevenue = get("/sales/products?currency=AAE").body().path("items");
        JsonNode byUnits =
                get("/sales/products?currency=AAE&sort=-units&limit=1").body().path("items");

        assertThat(rows(byRevenue, "sku")).containsExactly("DEAR 100.00", "CHEAP 5.50");
        assertThat(byUnits).hasSize(1);
        assertThat(byUnits.path(0).path("sku").asString()).isEqualTo("CHEAP");
        assertThat(byUnits.path(0).path("units").asLong()).isEqualTo(55);
        assertThat(byUnits.path(0).path("orders").asLong()).isEqualTo(1);
        assertThat(byUnits.path(0).path("cancellations").path("amount").asString())
                .isEqualTo("-0.50");
    }

    @Test
    void countsAStockCodeThatWasOnlyWrittenOff() {
        String filter = "?from=1999-01-01&until=1999-01-02";
        String sku = fresh("LOST");
        Instant then = Instant.parse("1999-01-01T12:00:00Z");
        happened(
                "stock:" + sku,
                new StockReceived(sku, "R-1", 5, "DELIVERY", then),
                new StockWrittenOff(sku, "W-1", 5, "lost", then));

        JsonNode summary = get("/sales/summary" + filter).body();

        assertThat(summary.path("currency").asString()).isEqualTo("GBP");
        assertThat(summary.path("products").asLong()).isEqualTo(1);
        assertThat(summary.path("revenue").asString()).isEqualTo("0.00");
        assertThat(summary.path("units").asLong()).isZero();
    }

    @Test
    void answersZeroWhereNothingWasBooked() {
        JsonNode summary = get("/sales/summary?currency=ZZZ").body();

        assertThat(summary.path("revenue").asString()).isEqualTo("0.00");
        assertThat(summary.path("cancellations").path("amount").asString()).isEqualTo("0.00");
        assertThat(get("/sales/days?currency=ZZZ").body().path("items")).isEmpty();
        assertThat(get("/sales/products?currency=ZZZ").body().path("items")).isEmpty();
    }

    private void sold(String currency, String customer, String country, String at, String price) {
        OrderEvents order = order(currency, customer, country, Instant.parse(at));
        OrderLine line = line(1, "SKU", 1, price);
        log.append("order:" + order.orderId(), order.placed(line), order.confirmed(line));
    }

    private static OrderEvents order(String currency, String customer, String country, Instant at) {
        return new OrderEvents(fresh("O"), customer, country, currency, at);
    }

    private String revenue(String filter) {
        return get("/sales/summary?" + filter).text("revenue");
    }

    private static List<String> rows(JsonNode items, String key) {
        return items.valueStream()
                .map(row -> row.path(key).asString() + " " + row.path("revenue").asString())
                .toList();
    }
}
