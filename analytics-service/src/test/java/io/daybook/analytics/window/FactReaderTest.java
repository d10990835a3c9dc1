package io.daybook.analytics.window;

import static io.daybook.analytics.window.LogRecords.NINE;
import static io.daybook.analytics.window.LogRecords.sale;
import static io.daybook.analytics.window.LogRecords.view;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.activity.Activity;
import io.daybook.api.activity.AddedToCart;
import io.daybook.api.activity.CustomerForgotten;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.activity.RecommendationShown;
import io.daybook.api.activity.SessionForgotten;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.stock.event.StockReserved;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each reader adds up, by key. */
class FactReaderTest {

    private final Map<String, String> facts = new TreeMap<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units | sku | {A=3, B=1}",
                "units | all | {all=4}",
                "revenue | sku | {A EUR=6.10, B EUR=10}",
                "revenue | country | {France EUR=16.10}",
                "orders | sku | {A=1, B=1}",
                "orders | customer | {C-1=1}",
            })
    void addsUpTheLinesOfASaleForEachKey(String measure, String key, String expected) {
        long at = read(sales(measure, key), record(sale("1", NINE, "A 2 2.55", "A 1 1", "B 1 10"), 7));

        assertThat(facts).hasToString(expected);
        assertThat(at).isEqualTo(NINE.toEpochMilli());
    }

    @Test
    void takesBackUnitsAndMoneyOfAReturnAndNoOrder() {
        GoodsReturned back = new GoodsReturned(
                "R", null, null, "France", "EUR", NINE, List.of(new OrderLine(1, "A", 2, BigDecimal.TEN, true)));

        read(sales("units", "sku"), record(back, 7));
        read(sales("revenue", "all"), record(back, 7));
        assertThat(facts).hasToString("{A=-2, all EUR=-20}");
        facts.clear();
        read(sales("orders", "sku"), record(back, 7));
        read(sales("units", "customer"), record(back, 7));
        assertThat(facts).isEmpty();
    }

    @Test
    void countsAnAdjustmentAsMoneyOnly() {
        AdjustmentRecorded debt =
                new AdjustmentRecorded("A", "B", "debt", null, "France", new BigDecimal("-5.50"), "GBP", NINE);

        read(sales("units", "sku"), record(debt, 7));
        assertThat(facts).isEmpty();
        read(sales("revenue", "sku"), record(debt, 7));
        assertThat(facts).hasToString("{B GBP=-5.50}");
    }

    @Test
    void hasNoTimeForAnEventThatBooksNothing() {
        assertThat(sales("units", "sku").read(record(new StockReserved("A", "1/1", 2), 7)))
                .isEqualTo(Reading.NOTHING);
        assertThat(sales("units", "sku").positionOf(record(new StockReserved("A", "1/1", 2), 7), 3))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "views, sku, A",
        "views, session, S",
        "views, country, France",
        "views, all, all",
        "activities, all, all"
    })
    void countsALookByAnyKey(String measure, String key, String expected) {
        read(activity(measure, key), record(view("S", NINE, "A")));

        assertThat(facts).containsOnly(Map.entry(expected, "1"));
    }

    @Test
    void hasNoFactOfWhatIsOfAnotherTypeOrLacksTheKey() {
        Activity shown = new RecommendationShown(
                null, "S", null, null, NINE, "R-1", "plain", List.of(new RecommendationShown.Item("A", 0.5)));
        read(activity("views", "sku"), record(new AddedToCart(null, "S", null, null, NINE, "A", 2)));
        read(activity("views", "customer"), record(view("S", NINE, "A")));
        read(activity("clicks", "sku"), record(shown));
        assertThat(facts).isEmpty();

        long at = read(activity("activities", "session"), record(shown));
        read(activity("views", "customer"), record(new ProductViewed(null, "S", "C", null, NINE, "A")));
        assertThat(facts).hasToString("{C=1, S=1}");
        assertThat(at).isEqualTo(NINE.toEpochMilli());
    }

    @Test
    void takesToBeForgottenForAWishWhereTheWindowIsKeptByWhoHasIt() {
        Record<byte[], byte[]> session = record(new SessionForgotten("S", NINE));
        Record<byte[], byte[]> customer = record(new CustomerForgotten("C", NINE));
        Record<byte[], byte[]> erasure = record(new CustomerErased("C", "REQUESTED", NINE), 7);
        Reading wish = new Reading.Wish("C", NINE.toEpochMilli());

        assertThat(activity("views", "session").read(session)).isEqualTo(new Reading.Wish("S", NINE.toEpochMilli()));
        assertThat(activity("activities", "customer").read(customer)).isEqualTo(wish);
        assertThat(sales("units", "customer").read(erasure)).isEqualTo(wish);
        assertThat(Stream.of(
                        activity("activities", "all").read(session),
                        activity("views", "customer").read(session),
                        activity("views", "session").read(customer),
                        sales("units", "sku").read(erasure)))
                .containsOnly(Reading.NOTHING);
    }

    @Test
    void tellsTheCallersIdAlsoWhereItComesLast() {
        byte[] json = """
                {"type": "ProductViewed", "sku": "A", "sessionId": "S", "activityId": "7"}""".getBytes(UTF_8);

        assertThat(activity("views", "sku").read(new Record<>(new byte[0], json, 5)))
                .isEqualTo(new Reading.Facts(5, "7", List.of(new Reading.Fact("A", BigDecimal.ONE))));
    }

    @Test
    void countsEventsByTypeAtTheTimeOfRecording() {
        FactReader reader = FactReader.of(
                Windows.window("mine", "from=events", "kind=tumbling", "size=1h", "measure=events", "key=type"));

        long at = read(reader, record(new StockReserved("A", "1/1", 2), 7));

        assertThat(facts).containsOnly(Map.entry("StockReserved", "1"));
        assertThat(Instant.ofEpochMilli(at)).hasToString("2026-11-23T09:00:00Z");
    }

    @Test
    void refusesAnActivityThatIsNoObject() {
        FactReader reader = activity("views", "sku");

        assertThatThrownBy(() -> read(reader, new Record<>(new byte[0], "[]".getBytes(UTF_8), 0)))
                .hasMessageContaining("no JSON object");
    }

    private long read(FactReader reader, Record<byte[], byte[]> record) {
        Reading.Facts read = (Reading.Facts) reader.read(record);
        read.facts()
                .forEach(fact ->
                        facts.put(fact.key().replace('\n', ' '), fact.value().toPlainString()));
        return read.at();
    }

    private static FactReader sales(String measure, String key) {
        return FactReader.of(
                Windows.window("mine", "from=sales", "kind=tumbling", "size=1h", "measure=" + measure, "key=" + key));
    }

    private static FactReader activity(String measure, String key) {
        return FactReader.of(Windows.window(
                "mine", "from=activity", "kind=tumbling", "size=1h", "measure=" + measure, "key=" + key));
    }

    private static Record<byte[], byte[]> record(Object event, long position) {
        return new Record<>(new byte[0], LogRecords.json(event), 0, LogRecords.headers(event.getClass(), position));
    }

    private static Record<byte[], byte[]> record(Activity activity) {
        return new Record<>(
                new byte[0], LogRecords.json(activity), activity.at().toEpochMilli());
    }
}
