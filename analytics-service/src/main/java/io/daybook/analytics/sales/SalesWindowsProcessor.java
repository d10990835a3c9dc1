package io.daybook.analytics.sales;

import io.daybook.analytics.booking.BookedEventReader;
import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.UnreadableRecord;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Adds the sales of one partition to its {@link SalesBook} and writes each changed figure to the store. The store is
 * only written while running; it is read once, when the task starts, to fill the book.
 */
final class SalesWindowsProcessor implements Processor<byte[], byte[], Void, Void> {

    private static final int CONSUMED = 0;

    private final SalesKernel kernel;
    private final SalesBooks books;
    private final AppliedPositions applied;
    private final BookedEventReader reader = new BookedEventReader();
    private final SalesBook book = new SalesBook();
    private @Nullable Task task;

    private record Task(
            ProcessorContext<Void, Void> context,
            int partition,
            KeyValueStore<SalesKey, SalesFigure> figures,
            KeyValueStore<Integer, Long> progress) {}

    SalesWindowsProcessor(SalesKernel kernel, SalesBooks books, AppliedPositions applied) {
        this.kernel = kernel;
        this.books = books;
        this.applied = applied;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        int partition = context.taskId().partition();
        KeyValueStore<SalesKey, SalesFigure> figures = context.getStateStore(SalesWindowsTopology.FIGURES);
        KeyValueStore<Integer, Long> progress = context.getStateStore(SalesWindowsTopology.PROGRESS);
        task = new Task(context, partition, figures, progress);
        try (KeyValueIterator<SalesKey, SalesFigure> stored = figures.all()) {
            while (stored.hasNext()) {
                KeyValue<SalesKey, SalesFigure> figure = stored.next();
                book.write(figure.key, figure.value);
            }
        }
        books.open(partition, book);
        Long consumed = progress.get(CONSUMED);
        applied.opened(partition, consumed == null ? 0 : consumed);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Task running = Objects.requireNonNull(task, "init comes first");
        RecordMetadata metadata = running.context.recordMetadata().orElseThrow();
        long position = positionOf(record, metadata);
        salesOf(record, metadata, position).forEach((key, sold) -> {
            // Put even when the event was in the figure already: a figure can have reached the local disk and not the
            // changelog when the process died, and this second delivery is what brings it there.
            running.figures.put(key, book.book(key, sold, position));
        });
        running.progress.put(CONSUMED, position);
        applied.applied(running.partition, metadata.offset(), position);
    }

    @Override
    public void close() {
        if (task != null) {
            books.close(task.partition, book);
            applied.closed(task.partition);
        }
    }

    private long positionOf(Record<byte[], byte[]> record, RecordMetadata metadata) {
        try {
            return reader.positionOf(record.headers());
        } catch (RuntimeException e) {
            throw new UnreadableRecord(metadata.topic(), metadata.partition(), metadata.offset(), null, e);
        }
    }

    private Map<SalesKey, Sales> salesOf(Record<byte[], byte[]> record, RecordMetadata metadata, long position) {
        try {
            return reader.booking(record.headers(), record.value())
                    .map(kernel::salesOf)
                    .orElseGet(Map::of);
        } catch (RuntimeException e) {
            throw new UnreadableRecord(metadata.topic(), metadata.partition(), metadata.offset(), position, e);
        }
    }
}
