package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.NINE;
import static io.daybook.analytics.demand.Trade.adjustment;
import static io.daybook.analytics.demand.Trade.cancellation;
import static io.daybook.analytics.demand.Trade.goodsBack;
import static io.daybook.analytics.demand.Trade.line;
import static io.daybook.analytics.demand.Trade.sale;
import static io.daybook.analytics.demand.Trade.sales;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.UnreadableRecord;
import io.daybook.api.EventHeaders;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.stock.event.StockReserved;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandTopologyTest {

    private final DemandBooks books = new DemandBooks();
    private final Topology topology = DemandTopology.ofSales(
                    "events-topic", TestPanes.SETTINGS, books, new AppliedPositions(DemandTopology.SALES))
            .build();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> log;

    @BeforeEach
    void start(@TempDir Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology, settings);
        log = driver.createInputTopic("events-topic", new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void isDescribedAsItAlwaysWas() {
        assertThat(topology.describe().toString().strip()).isEqualTo("""
                Topologies:
                   Sub-topology: 0
                    Source: records (topics: [events-topic])
                      --> demand-sales
                    Processor: demand-sales (stores: [demand-book])
                      --> none
                      <-- records""");
    }

    @Test
    void sumsEveryKindOfBooking() {
        publish(1, sale("1", NINE, line(1, "A", 6, "2.55"), line(2, "A", 1, "0.001")));
        publish(2, goodsBack("R1", NINE.plusSeconds(60), line(1, "A", 1, "2.55")));
        publish(3, cancellation("1", NINE.plusSeconds(3600), true, line(1, "A", 5, "2.55")));
        publish(4, adjustment("A1", NINE, "B", "-11062.06"));
        publish(5, cancellation("2", NINE, false, line(1, "A", 5, "2.55")));

        assertThat(totalOf("A")).isEqualTo(sales(1, "0.001"));
        assertThat(totalOf("B")).isEqualTo(sales(0, "-11062.06"));
        assertThat(panesOf("A"))
                .containsEntry(NINE, sales(6, "12.751"))
                .containsEntry(NINE.plusSeconds(3600), sales(-5, "-12.75"));
    }

    @Test
    void countsADuplicateOnceAndStoresItAgain() {
        OrderConfirmed first = sale("1", NINE, line(1, "A", 1, "1"));
        OrderConfirmed second = sale("2", NINE, line(1, "A", 2, "2"));
        publish(1, first);
        publish(3, second);
        publish(1, first);
        publish(3, second);

        assertThat(totalOf("A")).isEqualTo(sales(3, "5"));
        assertThat(changelogOf("A")).hasSize(4).last().isEqualTo(new Figure(new Demand(0, 0, 0, 2, sales(3, "5")), 3));
    }

    @Test
    void correctsThePastWhenAnOldSaleArrives() {
        publish(1, sale("1", NINE, line(1, "A", 1, "1")));
        publish(2, sale("2", NINE.minus(Duration.ofDays(365)), line(1, "A", 2, "1")));
        publish(3, sale("3", Instant.parse("1969-12-31T23:59:59Z"), line(1, "A", 4, "1")));

        assertThat(panesOf("A").firstEntry().getKey()).isEqualTo(Instant.parse("1969-12-31T23:45:00Z"));
        assertThat(totalOf("A")).isEqualTo(sales(7, "7"));
    }

    @Test
    void skipsOtherEventsUnread() {
        publish(1, EventRecords.headers(StockReserved.class.getName(), "stock:A", 1), "not json");
        publish(2, EventRecords.headers("io.daybook.api.later.event.NotYetInvented", "x:1", 2), "not json");
        publish(3, EventRecords.headers(OrderPlaced.class.getName(), "order:1", 3), "not json");

        assertThat(book().panes(Grain.COARSE).latest()).isNull();
        assertThat(book().progress().place()).isEqualTo(3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "null",
                "",
                """
                {"orderId":"1","country":"UK","currency":"GBP","placedAt":"2011-11-14T09:00:00Z",
                 "lines":[{"line":1,"sku":"A","quantity":1,"stocked":true}]}""",
                """
                {"orderId":"1","country":"UK","currency":"GBP","placedAt":"2011-11-14T09:00:00Z",
                 "lines":[{"line":1,"sku":"A","unitPrice":"1.00","stocked":true}]}""",
                """
                {"orderId":"1","country":"UK","currency":"GBP","placedAt":"2011-11-14T09:00:00Z",
                 "lines":[{"line":1,"sku":"A","quantity":1,"unitPrice":"0.00001","stocked":true}]}""",
            })
    void stopsAtASaleItCannotReadAndNamesThePosition(String payload) {
        Headers headers = EventRecords.headers(OrderConfirmed.class.getName(), "order:1", 77);

        assertThatThrownBy(() -> publish(77, headers, payload))
                .hasRootCauseInstanceOf(Exception.class)
                .hasStackTraceContaining(UnreadableRecord.class.getName())
                .hasStackTraceContaining("position 77");
    }

    @ParameterizedTest
    @ValueSource(strings = {EventHeaders.TYPE, EventHeaders.POSITION})
    void stopsAtARecordWithoutTheHeadersItNeeds(String missing) {
        Headers headers = new RecordHeaders(EventRecords.headers(OrderPlaced.class.getName(), "order:1", 1));
        headers.remove(missing);

        assertThatThrownBy(() -> publish(1, headers, "{}")).hasStackTraceContaining("no header " + missing);
    }

    @Test
    void stopsAtARevisionItDoesNotKnow() {
        OrderConfirmed event = sale("1", NINE, line(1, "A", 1, "1"));
        Headers headers = EventRecords.headers(event, 1).add(EventHeaders.REVISION, "2".getBytes(UTF_8));

        assertThatThrownBy(() ->
                        log.pipeInput(new TestRecord<>(EventRecords.key(event), EventRecords.payload(event), headers)))
                .hasStackTraceContaining("Revision 2");
    }

    @Test
    void readsARecordOfAnEarlierRevisionAsTodaysEvent() {
        publish(1, sale("1", NINE, line(1, "A", 6, "2.55")));
        String payload = """
                {"orderId":"1","customerId":null,"country":"Netherlands","currency":"GBP",\
                "cancelledAt":"2011-11-14T09:05:00Z","cause":"CUSTOMER","reason":"changed mind","confirmed":true,\
                "lines":[{"line":1,"sku":"A","quantity":6,"unitPrice":"2.55","stocked":true}]}""";

        publish(2, EventRecords.headers(OrderCancelled.class.getName(), "order:1", 2), payload);

        assertThat(totalOf("A")).isEqualTo(sales(0, "0.00"));
    }

    private void publish(long position, OrderEvent event) {
        log.pipeInput(new TestRecord<>(
                EventRecords.key(event), EventRecords.payload(event), EventRecords.headers(event, position)));
    }

    private void publish(long position, Headers headers, String payload) {
        log.pipeInput(new TestRecord<>(("x:" + position).getBytes(UTF_8), payload.getBytes(UTF_8), headers));
    }

    private Sales totalOf(String sku) {
        return panesOf(sku).values().stream().reduce(Sales.NONE, Sales::plus);
    }

    private NavigableMap<Instant, Sales> panesOf(String sku) {
        NavigableMap<Instant, Sales> panes = new TreeMap<>();
        PanesQuestion question = new PanesQuestion(
                Subjects.product(sku), new PaneCut(Grain.COARSE, TimeRange.ALWAYS.from(), TimeRange.ALWAYS.until()));
        new LocalDemand(books)
                .panes(question)
                .panes()
                .forEach((start, demand) -> panes.put(start, demand.salesIn("GBP")));
        return panes;
    }

    private DemandBook book() {
        return Objects.requireNonNull(books.now().get(0));
    }

    private List<Figure> changelogOf(String sku) {
        PageKey key = new PageKey(Grain.COARSE, NINE, 1, 0);
        return driver
                .createOutputTopic(
                        "test-" + DemandTopology.BOOK + "-changelog",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())
                .readKeyValuesToList()
                .stream()
                .filter(stored -> Arrays.equals(stored.key, DemandFormat.bytesOf(key)))
                .map(stored -> FiguresFormat.figuresOf(stored.value, new Accounts())
                        .get(new Account(Subject.product(sku), "GBP")))
                .toList();
    }
}
