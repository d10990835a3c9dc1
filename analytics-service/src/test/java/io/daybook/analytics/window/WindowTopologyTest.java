package io.daybook.analytics.window;

import static io.daybook.analytics.window.LogRecords.NINE;
import static io.daybook.analytics.window.LogRecords.sale;
import static io.daybook.analytics.window.LogRecords.view;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.UnreadableRecord;
import io.daybook.api.activity.Activity;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.activity.Searched;
import io.daybook.api.activity.SessionForgotten;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.order.event.OrderConfirmed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

class WindowTopologyTest {

    private static final String[] UNITS = {"from=sales", "kind=tumbling", "measure=units", "key=sku", "size=1h"};
    private static final String[] SESSIONS = {
        "from=activity", "kind=session", "measure=views", "key=session", "gap=30m", "grace=0s", "retention=2h"
    };

    private static final String[] CATEGORIES = {
        "from=sales", "kind=tumbling", "measure=units", "key=category", "size=1h"
    };

    private final OpenWindows open = new OpenWindows();
    private final List<byte[]> longAgo = new ArrayList<>();

    @TempDir
    private Path folder;

    private @Nullable TopologyTestDriver driver;

    @AfterEach
    void stop() {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void isDescribedAsItAlwaysWasWhereTheKeyIsTheRecords() {
        assertThat(topology(SESSIONS).describe().toString().strip()).isEqualTo("""
                Topologies:
                   Sub-topology: 0
                    Source: log (topics: [log-topic])
                      --> windows
                    Processor: windows (stores: [activity-ids, state])
                      --> results, too-late
                      <-- log
                    Sink: results (topic: results-topic)
                      <-- windows
                    Sink: too-late (topic: late-topic)
                      <-- windows""");
    }

    @Test
    void isDescribedAsItAlwaysWasWhereFactsMoveToTheirKey() {
        assertThat(topology(UNITS).describe().toString().strip()).isEqualTo("""
                Topologies:
                   Sub-topology: 0
                    Source: log (topics: [log-topic])
                      --> origin
                    Processor: origin (stores: [activity-ids, origin-state])
                      --> by-key-repartition-filter
                      <-- log
                    Processor: by-key-repartition-filter (stores: [])
                      --> by-key-repartition-sink
                      <-- origin
                    Sink: by-key-repartition-sink (topic: by-key-repartition)
                      <-- by-key-repartition-filter

                  Sub-topology: 1
                    Source: by-key-repartition-source (topics: [by-key-repartition])
                      --> windows
                    Processor: windows (stores: [state])
                      --> results, too-late
                      <-- by-key-repartition-source
                    Sink: results (topic: results-topic)
                      <-- windows
                    Sink: too-late (topic: late-topic)
                      <-- windows""");
    }

    @Test
    void isDescribedAsItAlwaysWasWhereTheOrderOfTheLogIsRestored() {
        assertThat(topology(CATEGORIES).describe().toString().strip()).isEqualTo("""
                Topologies:
                   Sub-topology: 0
                    Source: log (topics: [log-topic])
                      --> origin
                    Processor: origin (stores: [])
                      --> in-order-repartition-filter
                      <-- log
                    Processor: in-order-repartition-filter (stores: [])
                      --> in-order-repartition-sink
                      <-- origin
                    Sink: in-order-repartition-sink (topic: in-order-repartition)
                      <-- in-order-repartition-filter

                  Sub-topology: 1
                    Source: in-order-repartition-source (topics: [in-order-repartition])
                      --> windows
                    Processor: windows (stores: [state, categories])
                      --> results, too-late
                      <-- in-order-repartition-source
                    Sink: results (topic: results-topic)
                      <-- windows
                    Sink: too-late (topic: late-topic)
                      <-- windows""");
    }

    @Test
    void countsASaleForTheCategoryThatItsProductHasAtThatPlaceOfTheLog() {
        start(CATEGORIES);
        publish(2, sale("1", NINE, "A 2 2.55", "B 1 10"));
        publish(4, sale("2", NINE.plusSeconds(10), "A 4 2.55"));
        publish(5, sale("3", NINE.plusSeconds(3600), "A 8 1"));
        assertThat(results()).isEmpty();

        revise(3, "A", "Cups");
        revise(1, "A", "Mugs");

        assertThat(results())
                .containsExactly(
                        "mine/Cups/2011-11-14T09:00:00Z " + row("Cups", "09", "10", 4, 1, 0),
                        "mine/Mugs/2011-11-14T09:00:00Z " + row("Mugs", "09", "10", 2, 1, 0));
    }

    @Test
    void tellsAWindowWhenItClosesAndEachCorrectionAfterwards() {
        start(UNITS);
        publish(1, sale("1", NINE, "A 2 2.55", "A 1 1", "B 1 10"));
        publish(2, sale("2", NINE.plusSeconds(3599), "A 4 2.55"));
        assertThat(results()).isEmpty();

        publish(3, sale("3", NINE.plusSeconds(3600), "A 8 1"));
        assertThat(results())
                .containsExactly(
                        "mine/A/2011-11-14T09:00:00Z " + row("A", "09", "10", 7, 2, 0),
                        "mine/B/2011-11-14T09:00:00Z " + row("B", "09", "10", 1, 1, 0));

        publish(4, sale("4", NINE.plusSeconds(10), "A 1 1"));
        publish(5, sale("5", NINE.plusSeconds(20), "A 1 1"));
        assertThat(results())
                .containsExactly(
                        "mine/A/2011-11-14T09:00:00Z " + row("A", "09", "10", 8, 3, 1),
                        "mine/A/2011-11-14T09:00:00Z " + row("A", "09", "10", 9, 4, 2));
    }

    @Test
    void countsWhatAPublisherRepeatsOnce() {
        start(UNITS);
        publish(1, sale("1", NINE, "A 2 2.55"));
        publish(1, sale("1", NINE, "A 2 2.55"));
        publish(2, sale("2", NINE.plusSeconds(7200), "B 1 1"));

        assertThat(results()).containsExactly("mine/A/2011-11-14T09:00:00Z " + row("A", "09", "10", 2, 1, 0));
    }

    @Test
    void addsUpMoneyExactlyForEachCurrencyApart() {
        start("from=sales", "kind=hopping", "measure=revenue", "key=country", "size=2h", "advance=1h");
        publish(1, sale("1", NINE, "A 3 0.001", "B 1 10"));
        publish(2, sale("2", NINE.plusSeconds(3600), "A 1 -0.003"));
        publish(3, sale("3", NINE.plusSeconds(7200), "A 1 1"));

        assertThat(results())
                .containsExactly(
                        "mine/France/EUR/2011-11-14T08:00:00Z {\"window\":\"mine\",\"key\":\"France\","
                                + "\"currency\":\"EUR\",\"start\":\"2011-11-14T08:00:00Z\","
                                + "\"end\":\"2011-11-14T10:00:00Z\",\"value\":\"10.003\",\"count\":1,\"late\":0,"
                                + "\"correction\":0}",
                        "mine/France/EUR/2011-11-14T09:00:00Z {\"window\":\"mine\",\"key\":\"France\","
                                + "\"currency\":\"EUR\",\"start\":\"2011-11-14T09:00:00Z\","
                                + "\"end\":\"2011-11-14T11:00:00Z\",\"value\":\"10.00\",\"count\":2,\"late\":0,"
                                + "\"correction\":0}");
    }

    @Test
    void givesWhatComesTooLateToTheLateTopicAndCountsIt() {
        start("from=sales", "kind=tumbling", "measure=revenue", "key=sku", "size=1h", "retention=2h");
        publish(1, sale("1", NINE.plusSeconds(3 * 3600), "A 1 1"));
        publish(2, sale("2", NINE, "B 2 2.55"));

        assertThat(late())
                .containsExactly("mine/B {\"window\":\"mine\",\"key\":\"B\",\"currency\":\"EUR\","
                        + "\"at\":\"2011-11-14T09:00:00Z\",\"value\":\"5.10\","
                        + "\"watermark\":\"2011-11-14T12:00:00Z\",\"partition\":0,\"offset\":1}");
        assertThat(results()).isEmpty();
        assertThat(open.tasks().getFirst().progress().dropped()).isEqualTo(1);
    }

    @Test
    void withdrawsASessionThatALateViewJoinsToAnEarlierOne() {
        start(SESSIONS);
        visit(view("S", NINE, "A"));
        visit(view("S", NINE.plusSeconds(3000), "B"));
        visit(view("T", NINE.plusSeconds(9000), "B"));
        assertThat(results())
                .extracting(result -> result.substring(0, result.indexOf(" ")))
                .containsExactly("mine/S/2011-11-14T09:00:00Z", "mine/S/2011-11-14T09:50:00Z");

        visit(view("S", NINE.plusSeconds(1500), "C"));

        assertThat(results())
                .containsExactly(
                        "mine/S/2011-11-14T09:50:00Z null",
                        "mine/S/2011-11-14T09:00:00Z {\"window\":\"mine\",\"key\":\"S\","
                                + "\"start\":\"2011-11-14T09:00:00Z\",\"end\":\"2011-11-14T10:20:00Z\",\"value\":3,"
                                + "\"count\":3,\"late\":1,\"correction\":1}");
    }

    @Test
    void takesNoNoticeOfOtherActivityButItsTime() {
        start("from=activity", "kind=count", "measure=views", "key=session", "count=2", "every=1");
        visit(view("S", NINE, "A"));
        visit(new Searched(null, "S", null, null, NINE.plusSeconds(1), "mug"));
        visit(view("S", NINE.plusSeconds(2), "B"));
        visit(new Searched(null, "S", null, null, NINE.plusSeconds(3), "cup"));

        assertThat(results())
                .extracting(result -> result.substring(0, result.indexOf(" ")))
                .containsExactly("mine/S/#1", "mine/S/#2");
        assertThat(open.tasks().getFirst().windowsOf("S", 0, Long.MAX_VALUE, 10))
                .hasSize(2);
    }

    @Test
    void countsAnActivityThatIsSentAgainOnce() {
        start(SESSIONS);
        Activity view = new ProductViewed("V-1", "S", null, null, NINE, "A");
        visit(view);
        visit(view);
        visit(new ProductViewed("V-2", "S", null, null, NINE, "A"));
        visit(view("T", NINE.plusSeconds(9000), "B"));

        assertThat(results())
                .singleElement()
                .asString()
                .startsWith("mine/S/2011-11-14T09:00:00Z")
                .contains("\"count\":2,");
    }

    @Test
    void takesBackWhatASessionWantsForgotten() {
        start(SESSIONS);
        visit(view("S", NINE, "A"));
        visit(view("T", NINE.plusSeconds(5000), "B"));
        visit(new SessionForgotten("S", NINE.plusSeconds(5000)));
        assertThat(results()).last().isEqualTo("mine/S/2011-11-14T09:00:00Z null");

        visit(view("S", NINE.plusSeconds(4000), "A"));
        visit(view("S", NINE.plusSeconds(6000), "A"));
        visit(view("T", NINE.plusSeconds(9000), "B"));

        assertThat(results())
                .filteredOn(result -> result.startsWith("mine/S"))
                .singleElement()
                .asString()
                .startsWith("mine/S/2011-11-14T10:40:00Z")
                .contains("\"count\":1,");
    }

    @Test
    void takesBackWhatOnlyTheTopicStillHas() {
        start(SESSIONS);
        longAgo.add("mine/S/2011-11-13T09:00:00Z".getBytes(UTF_8));
        visit(new SessionForgotten("S", NINE));

        running().advanceWallClockTime(PastResults.LOOK);
        running().advanceWallClockTime(PastResults.LOOK);
        running().advanceWallClockTime(PastResults.LOOK);

        assertThat(results()).containsExactly("mine/S/2011-11-13T09:00:00Z null");
    }

    @Test
    void keepsNothingOfACustomerWhoIsErasedInWhateverCurrency() {
        start("from=sales", "kind=tumbling", "measure=revenue", "key=customer", "size=1h", "retention=2h");
        publish(1, sale("1", NINE, "A 2 2.55"));
        publish(2, sale("2", NINE.plusSeconds(3600), "A 4 2.55"));
        pipe(
                LogRecords.headers(CustomerErased.class, 3),
                LogRecords.json(new CustomerErased("C-1", "REQUESTED", NINE.plusSeconds(3700))),
                NINE);

        assertThat(results()).last().isEqualTo("mine/C-1/EUR/2011-11-14T09:00:00Z null");
        assertThat(open.tasks().getFirst().windowsOf("C-1\nEUR", 0, Long.MAX_VALUE, 10))
                .isEmpty();
        assertThat(open.tasks().getFirst().windowsOf("C-2\nEUR", 0, Long.MAX_VALUE, 10))
                .hasSize(1);
    }

    @Test
    void doesNotSayWhoseEventCameTooLate() {
        start(SESSIONS);
        visit(view("T", NINE.plusSeconds(20_000), "B"));
        visit(view("S", NINE, "A"));

        assertThat(late())
                .containsExactly("mine/0/1 {\"window\":\"mine\",\"at\":\"2011-11-14T09:00:00Z\",\"value\":1,"
                        + "\"watermark\":\"2011-11-14T14:33:20Z\",\"partition\":0,\"offset\":1}");
    }

    @Test
    void stopsAtARecordThatCannotBeRead() {
        start(UNITS);

        assertThatThrownBy(
                        () -> pipe(LogRecords.headers(OrderConfirmed.class, 1), "{\"orderId\":".getBytes(UTF_8), NINE))
                .hasRootCauseInstanceOf(JacksonException.class)
                .hasStackTraceContaining(UnreadableRecord.class.getName());
    }

    private void start(String... properties) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(topology(properties), settings);
    }

    private TopologyTestDriver running() {
        return Objects.requireNonNull(driver, "started first");
    }

    private Topology topology(String... properties) {
        return new WindowTopology(
                        Windows.window("mine", properties),
                        Windows.topics("results-topic", "late-topic"),
                        open,
                        new AppliedPositions("window-mine"),
                        (_, _, _) -> CompletableFuture.completedFuture(longAgo))
                .build("log-topic", 1);
    }

    private void publish(long position, OrderConfirmed sale) {
        pipe(LogRecords.headers(OrderConfirmed.class, position), LogRecords.json(sale), sale.placedAt());
    }

    private void revise(long position, String sku, String category) {
        ProducerRecord<byte[], byte[]> revision = LogRecords.revision("log-topic", 0, sku, category, position);
        pipe(revision.headers(), revision.value(), NINE);
    }

    private void pipe(Headers headers, byte[] payload, Instant at) {
        running()
                .createInputTopic("log-topic", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(new byte[] {1}, payload, headers, at));
    }

    private void visit(Activity activity) {
        running()
                .createInputTopic("log-topic", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(activity.key().getBytes(UTF_8), LogRecords.json(activity), activity.at());
    }

    private List<String> results() {
        return read("results-topic");
    }

    private List<String> late() {
        return read("late-topic");
    }

    private List<String> read(String topic) {
        return running()
                .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readKeyValuesToList()
                .stream()
                .map(result -> result.key + " " + (result.value == null ? "null" : new String(result.value, UTF_8)))
                .toList();
    }

    private static String row(String key, String from, String until, long value, long count, long corrections) {
        return "{\"window\":\"mine\",\"key\":\"%s\",\"start\":\"2011-11-14T%s:00:00Z\",\"end\":\"2011-11-14T%s:00:00Z\","
                        .formatted(key, from, until)
                + "\"value\":%d,\"count\":%d,\"late\":%d,\"correction\":%d}"
                        .formatted(value, count, corrections, corrections);
    }
}
