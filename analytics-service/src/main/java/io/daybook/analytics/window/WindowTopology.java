package io.daybook.analytics.window;

import io.daybook.analytics.platform.AppliedPositions;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Keeps one configured window.
 *
 * <pre>
 * by the records' own key    log ──log──► windows ──┬──► daybook.windows        name/key/start → result
 *                                            │      └──► daybook.windows.late   what came too late
 *                                         state
 *
 * by another key             log ──log──► origin ──by-key──► windows ──┬──► daybook.windows
 *                                            │     (repartition)  │    └──► daybook.windows.late
 *                                       origin-state            state
 *
 * by category                log ──log──► origin ──in-order──► windows ──┬──► daybook.windows
 *                                           (one partition)    │    │    └──► daybook.windows.late
 *                                                      categories  state
 * </pre>
 *
 * <p><b>Ordering.</b> By the records' own key all that is told is a function of the partition, byte for byte and in
 * order. By another key several partitions meet and their order is not settled; the <i>last</i> result of each key and
 * window is, being a function of the set of events: lateness is judged in the partition that brought the event, and
 * sums commute (sequences are in order of time, partition and offset). A result may then be told more often, as a
 * partition that reads ahead closes windows for which another one still has events.
 *
 * <p><b>Late events.</b> See {@code kernel}: a window closes when the watermark passes its end by the grace; until the
 * retention is over, a late event makes a corrected result under the same key; what comes later still goes to the late
 * topic.
 *
 * <p><b>Wishes to be forgotten.</b> See {@link WindowTask}. What a caller repeats under its id counts once.
 */
final class WindowTopology {

    static final String LOG = "log";
    static final String ORIGIN = "origin";
    static final String ORIGIN_STATE = "origin-state";
    static final String BY_KEY = "by-key";
    static final String WINDOWS = "windows";
    static final String STATE = "state";
    static final String IN_ORDER = "in-order";
    static final String CATEGORIES = "categories";

    private final WindowDefinition window;
    private final WindowProperties properties;
    private final OpenWindows open;
    private final AppliedPositions applied;
    private final ToldResults told;

    WindowTopology(
            WindowDefinition window,
            WindowProperties properties,
            OpenWindows open,
            AppliedPositions applied,
            ToldResults told) {
        this.window = window;
        this.properties = properties;
        this.open = open;
        this.applied = applied;
        this.told = told;
    }

    /** The topology over a topic of so many partitions. */
    Topology build(String topic, int partitions) {
        return places(topic, partitions)
                .addSink(
                        WindowTask.RESULTS,
                        properties.windowsTopic(),
                        new ByteArraySerializer(),
                        Row.serializer(),
                        Row.byTask(),
                        WINDOWS)
                .addSink(
                        WindowTask.TOO_LATE,
                        properties.lateTopic(),
                        new ByteArraySerializer(),
                        Row.serializer(),
                        Row.byTask(),
                        WINDOWS);
    }

    private Topology places(String topic, int partitions) {
        if (window.isInOrderOfTheLog()) {
            return byCategory(topic, partitions);
        }
        return window.isKeptWhereItIs() ? direct(topic) : keyed(topic, partitions);
    }

    private Topology direct(String topic) {
        return new Topology()
                .addSource(LOG, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic)
                .addProcessor(WINDOWS, () -> new DirectProcessor(window, open, applied, told), LOG)
                .addStateStore(StoredState.named(STATE), WINDOWS)
                .addStateStore(PartitionIntake.ids(), WINDOWS);
    }

    private Topology keyed(String topic, int partitions) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(StoredState.named(ORIGIN_STATE));
        builder.addStateStore(StoredState.named(STATE));
        builder.addStateStore(PartitionIntake.ids());
        builder.stream(
                        topic,
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(LOG))
                .process(
                        () -> new OriginProcessor(window, applied), Named.as(ORIGIN), ORIGIN_STATE, PartitionIntake.IDS)
                .repartition(Repartitioned.with(Serdes.ByteArray(), Routed.serde())
                        .withName(BY_KEY)
                        .withNumberOfPartitions(partitions)
                        .withStreamPartitioner(Routed.partitioner()))
                .process(() -> new KeyedProcessor(window, open, partitions, told), Named.as(WINDOWS), STATE);
        return builder.build();
    }

    /** As many partitions as elsewhere, so that each has a task that answers; all is in the first. */
    private Topology byCategory(String topic, int partitions) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(StoredState.named(STATE));
        builder.addStateStore(StoredState.named(CATEGORIES));
        builder.stream(
                        topic,
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(LOG))
                .process(() -> new PlacingProcessor(window, applied), Named.as(ORIGIN))
                .repartition(Repartitioned.with(Serdes.ByteArray(), Placed.serde())
                        .withName(IN_ORDER)
                        .withNumberOfPartitions(partitions)
                        .withStreamPartitioner(Placed.partitioner()))
                .process(() -> new CategoryProcessor(window, open, told), Named.as(WINDOWS), STATE, CATEGORIES);
        return builder.build();
    }
}
