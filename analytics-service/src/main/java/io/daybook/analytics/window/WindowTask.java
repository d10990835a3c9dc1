package io.daybook.analytics.window;

import io.daybook.analytics.window.kernel.Lateness;
import io.daybook.analytics.window.kernel.Observation;
import io.daybook.analytics.window.kernel.StateLog;
import io.daybook.analytics.window.kernel.WindowKernel;
import io.daybook.analytics.window.kernel.WindowOutput;
import io.daybook.analytics.window.kernel.WindowResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one task: its kernel in memory, written behind into the store, and its results on their way out. One thread
 * feeds it; others may look.
 */
final class WindowTask implements WindowOutput<BigDecimal> {

    static final String RESULTS = "results";
    static final String TOO_LATE = "too-late";

    private static final byte[] PROGRESS = {'W'};

    private final WindowDefinition window;
    private final ProcessorContext<byte[], Row> context;
    private final RowFormat format;
    private final WindowKernel<BigDecimal> kernel;
    private final int partition;
    private final int partitions;
    private Progress progress = new Progress();
    private long forgotten = Lateness.NO_WATERMARK;

    /** Takes up what the store has; {@code partitions} is how many of the log feed this task. */
    WindowTask(WindowDefinition window, ProcessorContext<byte[], Row> context, StoredState state, int partitions) {
        this.window = window;
        this.context = context;
        this.format = new RowFormat(window);
        this.kernel = window.kernel();
        this.partition = context.taskId().partition();
        this.partitions = partitions;
        state.takeUp(this::restore, this::write);
        kernel.resume(progress.highestWatermark());
    }

    private void restore(byte[] key, byte[] stored) {
        if (Arrays.equals(key, PROGRESS)) {
            progress = Progress.of(stored);
            return;
        }
        kernel.restore(key, stored);
    }

    private synchronized void write(StateLog log) {
        kernel.writeChanges(log);
        log.put(PROGRESS, progress.bytes());
    }

    /** Whether the event at a position has been applied before. */
    boolean has(long position) {
        return position <= progress.position();
    }

    void applied(long position) {
        progress.reach(position);
    }

    long position() {
        return progress.position();
    }

    long watermarkOf(int origin) {
        return progress.watermarkOf(origin);
    }

    synchronized void observe(Observation<BigDecimal> event) {
        progress.reach(event.partition(), event.watermark());
        kernel.observe(event, this);
        forget();
    }

    synchronized void advance(int origin, long watermark) {
        progress.reach(origin, watermark);
        kernel.advance(watermark, this);
        forget();
    }

    private void forget() {
        long lowest = progress.lowestWatermark(partitions);
        if (lowest > forgotten) {
            kernel.forget(lowest);
            forgotten = lowest;
        }
    }

    @Override
    public void result(WindowResult result) {
        if (result.correction() > 0) {
            progress.countCorrected();
        }
        forward(RESULTS, result.key(), result.id(), format.bytesOf(result), result.end() - 1);
    }

    @Override
    public void withdrawn(String key, long id) {
        progress.countCorrected();
        forward(RESULTS, key, id, null, kernel.watermark());
    }

    @Override
    public void late(Observation<BigDecimal> event) {
        progress.countLate();
    }

    @Override
    public void dropped(Observation<BigDecimal> event) {
        progress.countDropped();
        byte[] key = Routed.bytesOf(window.name() + "/" + Group.of(event.key()).key());
        context.forward(
                new Record<>(key, new Row(Bytes.wrap(format.bytesOf(event)), partition), stamp(event.at())), TOO_LATE);
    }

    private void forward(String child, String key, long id, byte @Nullable [] json, long at) {
        context.forward(
                new Record<>(
                        format.keyOf(key, id), new Row(json == null ? null : Bytes.wrap(json), partition), stamp(at)),
                child);
    }

    /** A record cannot be stamped with a time before 1970. */
    static long stamp(long at) {
        return Math.max(0, at);
    }

    synchronized List<WindowResult> windowsOf(String key, long from, long until, int limit) {
        return kernel.windowsOf(key, from, until, limit);
    }

    int partition() {
        return partition;
    }

    /** The business time up to which it has seen; empty before any event. */
    synchronized Optional<Instant> watermark() {
        return kernel.watermark() == Lateness.NO_WATERMARK
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(kernel.watermark()));
    }

    synchronized boolean isClosed(long end) {
        return window.lateness().isClosed(end, kernel.watermark());
    }

    /** A copy, as it is now. */
    synchronized Progress progress() {
        return Progress.of(progress.bytes());
    }
}
