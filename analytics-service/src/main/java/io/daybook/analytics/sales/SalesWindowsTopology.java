package io.daybook.analytics.sales;

import io.daybook.analytics.platform.AppliedPositions;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Sums sales per SKU and pane of business time.
 *
 * <pre>
 *   daybook.events                   sales-windows                sales-figures   pane, SKU → units, revenue, position
 *   key: aggregate id   ──source──►  skip by type header,   ─put─►  sales-progress  → last position consumed
 *   in order of position (events)    sum the lines per key,   │
 *   per partition                    add once by position     └──►  SalesBook (in memory) ◄── REST queries
 * </pre>
 *
 * <p><b>Ordering.</b> Amounts commute, so there is no repartition: each task sums what its own partition brings, and a
 * query adds up the partitions. Within a partition positions increase; a figure keeps the last one it has, and an event
 * that comes again changes nothing.
 *
 * <p><b>Late events.</b> None. Windows are not stored but summed from panes when asked for, panes never close, and an
 * event is counted in the pane of its business time whenever it arrives: an import of past years, a replay or a late
 * booking corrects the past. There is no grace period, nothing is dropped, and the order of arrival leaves no trace.
 */
final class SalesWindowsTopology {

    static final String NAME = "sales-windows";
    static final String SOURCE = "events";
    static final String FIGURES = "sales-figures";
    static final String PROGRESS = "sales-progress";

    private final String topic;
    private final SalesKernel kernel;
    private final SalesBooks books;
    private final AppliedPositions applied;

    SalesWindowsTopology(String topic, SalesKernel kernel, SalesBooks books, AppliedPositions applied) {
        this.topic = topic;
        this.kernel = kernel;
        this.books = books;
        this.applied = applied;
    }

    void addTo(Topology topology) {
        topology.addSource(SOURCE, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic)
                .addProcessor(NAME, () -> new SalesWindowsProcessor(kernel, books, applied), SOURCE)
                .addStateStore(figures(), NAME)
                .addStateStore(progress(), NAME);
    }

    /** Written through without a record cache: few figures change twice between two commits. */
    private static StoreBuilder<?> figures() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(FIGURES), SalesFormat.keys(), SalesFormat.figures());
    }

    /**
     * One value, put with every record; the record cache lets the last one before a commit through to the changelog.
     */
    private static StoreBuilder<?> progress() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(PROGRESS), Serdes.Integer(), Serdes.Long())
                .withCachingEnabled();
    }
}
