package io.daybook.analytics.window;

import io.daybook.analytics.booking.CatalogReader;
import io.daybook.analytics.platform.AppliedPositions;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads a partition of the log and forwards each event with its position, most of them as no more than that. */
final class PlacingProcessor implements Processor<byte[], byte[], byte[], Placed> {

    private static final byte[] NO_KEY = {};

    private final AppliedPositions applied;
    private final FactReader sales;
    private final CatalogReader catalog = new CatalogReader();
    private @Nullable ProcessorContext<byte[], Placed> context;

    PlacingProcessor(WindowDefinition window, AppliedPositions applied) {
        this.applied = applied;
        this.sales = FactReader.of(window);
    }

    @Override
    public void init(ProcessorContext<byte[], Placed> opened) {
        context = opened;
        applied.opened(opened.taskId().partition(), 0);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ProcessorContext<byte[], Placed> running = Objects.requireNonNull(context, "init comes first");
        LogPlace place = LogPlace.of(running);
        Placed placed = place.read(() -> placed(record, sales.positionOf(record, place.offset())));
        running.forward(new Record<>(NO_KEY, placed, record.timestamp()));
        applied.applied(place.partition(), place.offset(), 0);
    }

    private Placed placed(Record<byte[], byte[]> record, long position) {
        CatalogReader.Categorised product =
                catalog.read(record.headers(), record.value()).orElse(null);
        if (product != null) {
            return new Placed.Category(position, product.sku(), product.category());
        }
        return sales.read(record) instanceof Reading.Facts facts
                ? new Placed.Sales(position, facts)
                : new Placed.Other(position);
    }

    @Override
    public void close() {
        if (context != null) {
            applied.closed(context.taskId().partition());
        }
    }
}
