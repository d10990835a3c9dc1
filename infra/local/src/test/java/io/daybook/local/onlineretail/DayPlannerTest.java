package io.daybook.local.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.local.traffic.RequestKind;
import io.daybook.local.traffic.ShopRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayPlannerTest {

    @TempDir
    Path folder;

    @Test
    void makesOneOrderOfAnInvoiceAtItsFirstMinute() {
        List<ShopRequest> trade = plan(
                        row("536365", "85123A", "HEART", 6, "2010-12-01 08:26:00", "2.55"),
                        row("536365", "71053", "LANTERN", 2, "2010-12-01 08:27:00", "3.39"))
                .getFirst()
                .trade();

        assertThat(trade).containsExactly(new ShopRequest(RequestKind.ORDER, "536365", "POST", "/orders", """
                                {"orderId":"536365","customerId":"17850","country":"United Kingdom","currency":"GBP",\
                                "placedAt":"2010-12-01T08:26:00Z","lines":[\
                                {"sku":"85123A","quantity":6,"unitPrice":"2.55"},\
                                {"sku":"71053","quantity":2,"unitPrice":"3.39"}]}"""));
    }

    @Test
    void keepsFreeAndServiceLinesInTheOrder() {
        DayPlan plan = plan(
                        row("1", "85123A", "HEART", 6, "2010-12-01 08:26:00", "0.0"),
                        row("1", "POST", "POSTAGE", 1, "2010-12-01 08:26:00", "18.00"))
                .getFirst();

        assertThat(plan.trade()).hasSize(1);
        assertThat(plan.trade().getFirst().body())
                .contains("{\"sku\":\"85123A\",\"quantity\":6,\"unitPrice\":\"0.0\"}")
                .contains("{\"sku\":\"POST\",\"quantity\":1,\"unitPrice\":\"18.00\"}");
        assertThat(bodies(plan.products()))
                .containsExactly(
                        "{\"sku\":\"85123A\",\"name\":\"85123A\",\"stocked\":true}",
                        "{\"sku\":\"POST\",\"name\":\"POSTAGE\",\"stocked\":false}");
        assertThat(bodies(plan.pricesAndReceipts(), RequestKind.RECEIPT))
                .containsExactly(
                        "{\"receiptId\":\"85123A/2010-12-01\",\"quantity\":60,\"receivedAt\":\"2010-12-01T00:00:00Z\"}");
    }

    @Test
    void makesAReturnOfACancellation() {
        ShopRequest request = plan(row("C536379", "D", "Discount", -1, "2010-12-01 09:41:00", "27.50"))
                .getFirst()
                .trade()
                .getFirst();

        assertThat(request.path()).isEqualTo("/returns");
        assertThat(request.body()).isEqualTo("""
                        {"returnId":"C536379","customerId":"17850","country":"United Kingdom","currency":"GBP",\
                        "returnedAt":"2010-12-01T09:41:00Z","lines":[{"sku":"D","quantity":1,"unitPrice":"27.50"}]}""");
    }

    @Test
    void writesOffWhatWentMissingWithTheReasonIfThereIsOne() {
        List<ShopRequest> trade = plan(
                        row("536589", "21777", "", -10, "2010-12-01 16:50:00", "0.0"),
                        row("536996", "BANK 1", "damaged", -20, "2010-12-01 17:00:00", "0.0"))
                .getFirst()
                .trade();

        assertThat(trade)
                .extracting(ShopRequest::path)
                .containsExactly("/stock/21777/write-offs", "/stock/BANK%201/write-offs");
        assertThat(bodies(trade)).containsExactly("""
                        {"writeOffId":"536589/1","quantity":10,"reason":"not stated",\
                        "writtenOffAt":"2010-12-01T16:50:00Z"}""", """
                        {"writeOffId":"536996/1","quantity":20,"reason":"damaged",\
                        "writtenOffAt":"2010-12-01T17:00:00Z"}""");
    }

    @Test
    void booksAnAdjustmentOfEitherSign() {
        List<ShopRequest> trade = plan(row("A563186", "B", "Adjust bad debt", 1, "2011-08-12 14:51:00", "-11062.06"))
                .getFirst()
                .trade();

        assertThat(bodies(trade)).containsExactly("""
                        {"adjustmentId":"A563186/1","sku":"B","reason":"Adjust bad debt","customerId":"17850",\
                        "country":"United Kingdom","amount":"-11062.06","currency":"GBP",\
                        "recordedAt":"2011-08-12T13:51:00Z"}""");
    }

    @Test
    void namesAProductWhenSomebodyFirstPaysForIt() {
        List<DayPlan> plans = plan(
                row("1", "21777", "damages", -1, "2010-12-01 08:00:00", "0.0"),
                row("2", "21777", "RECIPE BOX", 1, "2010-12-02 08:00:00", "7.95"),
                row("3", "21777", "RECIPE BOX WITH METAL HEART", 1, "2010-12-03 08:00:00", "7.95"));

        assertThat(bodies(plans.get(0).products()))
                .containsExactly("{\"sku\":\"21777\",\"name\":\"21777\",\"stocked\":true}");
        assertThat(plans.get(1).products())
                .containsExactly(new ShopRequest(
                        RequestKind.PRODUCT_NAME, "21777", "PUT", "/products/21777", "{\"name\":\"RECIPE BOX\"}"));
        assertThat(plans.get(2).products()).isEmpty();
    }

    @Test
    void letsTheListPriceStandWhileAnybodyPaysIt() {
        List<DayPlan> plans = plan(
                sale("2010-12-01", "2.55"),
                sale("2010-12-02", "2.95"),
                sale("2010-12-02", "2.95"),
                sale("2010-12-02", "2.550"),
                sale("2010-12-03", "2.10"),
                sale("2010-12-03", "2.95"),
                sale("2010-12-03", "2.95"),
                sale("2010-12-04", "3.10"),
                sale("2010-12-04", "3.00"));

        assertThat(plans)
                .map(day -> bodies(day.pricesAndReceipts(), RequestKind.LIST_PRICE))
                .containsExactly(
                        List.of("{\"amount\":\"2.55\",\"currency\":\"GBP\",\"validFrom\":\"2010-12-01T00:00:00Z\"}"),
                        List.of(),
                        List.of("{\"amount\":\"2.95\",\"currency\":\"GBP\",\"validFrom\":\"2010-12-03T00:00:00Z\"}"),
                        List.of("{\"amount\":\"3.1\",\"currency\":\"GBP\",\"validFrom\":\"2010-12-04T00:00:00Z\"}"));
    }

    @Test
    void receivesALotBeforeTheDayThatWouldFallShort() {
        List<DayPlan> plans = plan(
                row("1", "A", "A", 6, "2010-12-01 08:00:00", "1.00"),
                row("2", "A", "", -4, "2010-12-01 08:00:00", "0"),
                row("C3", "A", "A", -500, "2010-12-01 09:00:00", "1.00"),
                row("4", "A", "A", 90, "2010-12-02 08:00:00", "1.00"),
                row("5", "A", "A", 1, "2010-12-03 08:00:00", "1.00"));

        assertThat(plans)
                .map(day -> bodies(day.pricesAndReceipts(), RequestKind.RECEIPT))
                .containsExactly(
                        List.of(
                                "{\"receiptId\":\"A/2010-12-01\",\"quantity\":100,\"receivedAt\":\"2010-12-01T00:00:00Z\"}"),
                        List.of(),
                        List.of(
                                "{\"receiptId\":\"A/2010-12-03\",\"quantity\":200,\"receivedAt\":\"2010-12-03T00:00:00Z\"}"));
    }

    @Test
    void plansTheSameForABeginningOfTheFileAsForTheWhole() {
        String[] rows = {sale("2010-12-01", "2.55"), sale("2010-12-02", "2.95"), sale("2010-12-03", "2.10")};

        List<DayPlan> whole = plan(rows);
        List<DayPlan> beginning =
                plan(RetailFiles.read(RetailFiles.plain(folder, rows), LocalDate.parse("2010-12-03")));

        assertThat(beginning).isEqualTo(whole.subList(0, 2));
    }

    private List<DayPlan> plan(String... rows) {
        return plan(RetailFiles.read(RetailFiles.plain(folder, rows)));
    }

    private static List<DayPlan> plan(RetailFiles.Reading reading) {
        DayPlanner planner = new DayPlanner();
        return reading.days().stream().map(planner::plan).toList();
    }

    private static List<String> bodies(List<ShopRequest> requests) {
        return requests.stream().map(ShopRequest::body).toList();
    }

    private static List<String> bodies(List<ShopRequest> requests, RequestKind kind) {
        return bodies(
                requests.stream().filter(request -> request.kind() == kind).toList());
    }

    private static String sale(String date, String price) {
        return row("1" + date, "85123A", "HEART", 1, date + " 08:00:00", price);
    }

    private static String row(
            String invoice, String sku, String description, long quantity, String time, String price) {
        return "%s,%s,%s,%d,%s,%s,17850,United Kingdom".formatted(invoice, sku, description, quantity, time, price);
    }
}
