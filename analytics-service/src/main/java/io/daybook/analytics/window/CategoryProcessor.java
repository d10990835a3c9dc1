package io.daybook.analytics.window;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Keeps windows by category out of all events, in the order of the log: everything it tells follows from that order.
 */
final class CategoryProcessor implements Processor<byte[], Placed, byte[], Row> {

    /** The log as a whole, in which an event's place is its position. */
    private static final int THE_LOG = 0;

    private final WindowDefinition window;
    private final OpenWindows open;
    private final ToldResults told;
    private @Nullable Task task;
    private int partition;

    private record Task(SalesByCategory sales, WindowTask windows) {}

    CategoryProcessor(WindowDefinition window, OpenWindows open, ToldResults told) {
        this.window = window;
        this.open = open;
        this.told = told;
    }

    @Override
    public void init(ProcessorContext<byte[], Row> context) {
        SalesByCategory sales = new SalesByCategory(window.measure());
        StoredState.of(context, WindowTopology.CATEGORIES).takeUp(sales::restore, sales::writeChanges);
        WindowTask windows = new WindowTask(window, context, StoredState.of(context, WindowTopology.STATE), 1, told);
        partition = context.taskId().partition();
        task = new Task(sales, windows);
        open.open(partition, windows);
    }

    @Override
    public void process(Record<byte[], Placed> record) {
        Task running = Objects.requireNonNull(task, "init comes first");
        for (Placed.Sales sale : running.sales.take(record.value())) {
            running.windows.take(sale.facts(), THE_LOG, sale.position());
        }
    }

    @Override
    public void close() {
        if (task != null) {
            open.close(partition, task.windows);
        }
    }
}
