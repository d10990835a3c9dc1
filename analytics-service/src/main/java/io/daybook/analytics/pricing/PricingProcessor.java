package io.daybook.analytics.pricing;

import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.UnreadableRecord;
import io.daybook.analytics.platform.WriteBehindStore;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Keeps the {@link PricingBook}, and forwards what is to be proposed. */
final class PricingProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final PricingBooks books;
    private final Proposals proposals;
    private final AppliedPositions applied;
    private @Nullable Task task;

    private record Task(ProcessorContext<byte[], byte[]> context, int partition, PricingBook book) {}

    PricingProcessor(PricingBooks books, Proposals proposals, AppliedPositions applied) {
        this.books = books;
        this.proposals = proposals;
        this.applied = applied;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        WriteBehindStore<PricingBook> store = context.getStateStore(PricingTopology.BOOK);
        Task opened = new Task(context, context.taskId().partition(), store.content());
        task = opened;
        books.open(opened.partition, opened.book);
        applied.opened(opened.partition, opened.book.position());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Task running = Objects.requireNonNull(task, "init comes first");
        RecordMetadata place = running.context.recordMetadata().orElseThrow();
        try {
            for (PricingBook.Decided decided : running.book.take(SequencedEvent.of(record.value()))) {
                if (decided.receipt().isProposed()) {
                    running.context.forward(proposals.errand(decided).record(record.timestamp()));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecord(place.topic(), place.partition(), place.offset(), null, e);
        }
        applied.applied(running.partition, place.offset(), running.book.position());
    }

    @Override
    public void close() {
        if (task != null) {
            books.close(task.partition, task.book);
            applied.closed(task.partition);
        }
    }
}
