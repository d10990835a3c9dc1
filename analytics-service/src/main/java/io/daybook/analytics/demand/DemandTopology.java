package io.daybook.analytics.demand;

import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.WriteBehindStore;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Adds up the demand for products and countries by panes of business time. There are two of it, of one form: one for
 * the events, one for what visitors do. A query adds up both.
 *
 * <pre>
 *   daybook.events    ──source──►  demand-sales     skip by type header, sum the lines  ─┐
 *   by position                                     once by position                     ├──►  DemandBook (in memory) ◄── queries
 *   daybook.activity  ──source──►  demand-activity  pass over repeated ids               │         │ before each commit
 *   by offset                                       once by offset                      ─┘         ▼
 *                                                                                       demand-book (changelog)
 * </pre>
 *
 * <p><b>Ordering.</b> Amounts commute, so there is no repartition: each task sums what its own partition brings, and a
 * query adds up partitions and instances. Since a task reads one partition of one topic, all it keeps follows from that
 * partition's records.
 *
 * <p><b>Late records.</b> None. A record is booked in the coarse pane of its business time whenever it arrives, and
 * panes never close; beside that in the fine one, if that is still kept. Records too old for it are counted.
 */
final class DemandTopology {

    static final String SALES = "demand-sales";
    static final String ACTIVITY = "demand-activity";
    static final String BOOK = "demand-book";

    private final String name;
    private final String topic;
    private final PaneSettings panes;
    private final Supplier<DemandFeed> feed;
    private final DemandBooks books;
    private final AppliedPositions applied;

    DemandTopology(
            String name,
            String topic,
            PaneSettings panes,
            Supplier<DemandFeed> feed,
            DemandBooks books,
            AppliedPositions applied) {
        this.name = name;
        this.topic = topic;
        this.panes = panes;
        this.feed = feed;
        this.books = books;
        this.applied = applied;
    }

    static DemandTopology ofSales(String topic, PaneSettings panes, DemandBooks books, AppliedPositions applied) {
        return new DemandTopology(SALES, topic, panes, SalesFeed::new, books, applied);
    }

    static DemandTopology ofActivity(String topic, PaneSettings panes, DemandBooks books, AppliedPositions applied) {
        return new DemandTopology(ACTIVITY, topic, panes, ActivityFeed::new, books, applied);
    }

    Topology build() {
        return new Topology()
                .addSource("records", new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic)
                .addProcessor(name, () -> new DemandProcessor(feed.get(), books, applied), "records")
                .addStateStore(book(), name);
    }

    private StoreBuilder<WriteBehindStore<DemandBook>> book() {
        return WriteBehindStore.builder(BOOK, () -> new DemandBook(panes));
    }
}
