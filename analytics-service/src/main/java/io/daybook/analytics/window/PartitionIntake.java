package io.daybook.analytics.window;

import io.daybook.analytics.platform.RecentIds;
import io.daybook.analytics.platform.WriteBehindStore;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/** Reads the records of one partition of the log; what a caller repeats under its id has no facts. */
final class PartitionIntake {

    static final String IDS = "activity-ids";

    private static final int KEPT = 10_000;

    private final FactReader reader;
    private final RecentIds ids;

    PartitionIntake(WindowDefinition window, ProcessorContext<?, ?> context) {
        this.reader = FactReader.of(window);
        WriteBehindStore<RecentIds> store = context.getStateStore(IDS);
        this.ids = store.content();
    }

    static StoreBuilder<WriteBehindStore<RecentIds>> ids() {
        return WriteBehindStore.builder(IDS, () -> new RecentIds(KEPT));
    }

    long positionOf(Record<byte[], byte[]> record, LogPlace place) {
        return place.read(() -> reader.positionOf(record, place.offset()));
    }

    Reading read(Record<byte[], byte[]> record, LogPlace place) {
        Reading reading = place.read(() -> reader.read(record));
        return reading instanceof Reading.Facts(long at, String id, List<Reading.Fact> facts)
                        && id != null
                        && !facts.isEmpty()
                        && ids.isRepetition(id, place.offset())
                ? new Reading.Facts(at, id, List.of())
                : reading;
    }
}
