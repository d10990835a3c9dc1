package io.daybook.analytics.demand;

import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.UnreadableRecord;
import io.daybook.analytics.platform.WriteBehindStore;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Keeps the {@link DemandBook} of one partition. */
final class DemandProcessor implements Processor<byte[], byte[], Void, Void> {

    private final DemandFeed feed;
    private final DemandBooks books;
    private final AppliedPositions applied;
    private @Nullable Task task;

    private record Task(ProcessorContext<Void, Void> context, int partition, DemandBook book) {}

    DemandProcessor(DemandFeed feed, DemandBooks books, AppliedPositions applied) {
        this.feed = feed;
        this.books = books;
        this.applied = applied;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        WriteBehindStore<DemandBook> store = context.getStateStore(DemandTopology.BOOK);
        Task opened = new Task(context, context.taskId().partition(), store.content());
        task = opened;
        books.open(opened.partition, opened.book);
        applied.opened(opened.partition, feed.position(opened.book.progress().place()));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Task running = Objects.requireNonNull(task, "init comes first");
        RecordMetadata metadata = running.context.recordMetadata().orElseThrow();
        try {
            feed.book(running.book, record.headers(), record.value(), metadata.offset());
        } catch (RuntimeException e) {
            @Nullable Long position = feed.positionIn(record.headers());
            throw new UnreadableRecord(metadata.topic(), metadata.partition(), metadata.offset(), position, e);
        }
        applied.applied(
                running.partition,
                metadata.offset(),
                feed.position(running.book.progress().place()));
    }

    @Override
    public void close() {
        if (task != null) {
            books.close(task.partition, task.book);
            applied.closed(task.partition);
        }
    }
}
