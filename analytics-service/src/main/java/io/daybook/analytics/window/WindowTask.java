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
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one task: its kernel in memory, written behind into the store, and its results on their way out. One
 * thread feeds it; others may look.
 *
 * <p>A key that is to be forgotten up to a time leaves the kernel at once, and its results there are taken back.
 * Results of long ago, which the kernel no longer has, stand in the topic alone: they are looked for there once the
 * wish is committed, and so all that was told before it.
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
    private final Wishes wishes = new Wishes();
    private final PastResults past;
    private Progress progress = new Progress();
    private long forgotten = Lateness.NO_WATERMARK;

    /** Takes up what the store has; {@code partitions} is how many of the log feed this task. */
    WindowTask(
            WindowDefinition window,
            ProcessorContext<byte[], Row> context,
            StoredState state,
            int partitions,
            ToldResults told) {
        this.window = window;
        this.context = context;
        this.format = new RowFormat(window);
        this.kernel = window.kernel();
        this.partition = context.taskId().partition();
        this.partitions = partitions;
        this.past = new PastResults(window.name(), partition, wishes, told);
        state.takeUp(this::restore, this::write);
        kernel.resume(progress.highestWatermark());
        if (window.isPersonal()) {
            context.schedule(PastResults.LOOK, PunctuationType.WALL_CLOCK_TIME, _ -> takeBack());
        }
    }

    private void restore(byte[] key, byte[] stored) {
        if (Arrays.equals(key, PROGRESS)) {
            progress = Progress.of(stored);
        } else if (Wishes.isKey(key)) {
            wishes.restore(key, stored);
        } else {
            kernel.restore(key, stored);
        }
    }

    private synchronized void write(StateLog log) {
        kernel.writeChanges(log);
        wishes.writeChanges(log);
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

    /** Takes what happened at a place in a partition of the log, the next one there that tells a time. */
    void take(Reading.Facts happened, int origin, long offset) {
        long watermark = Math.max(happened.at(), progress.watermarkOf(origin));
        for (Reading.Fact fact : happened.facts()) {
            observe(new Observation<>(fact.key(), happened.at(), fact.value(), origin, offset, watermark));
        }
        advance(origin, watermark);
    }

    synchronized void observe(Observation<BigDecimal> event) {
        progress.reach(event.partition(), event.watermark());
        if (!wishes.isEmpty() && wishes.covers(Group.of(event.key()).key(), event.at())) {
            kernel.advance(event.watermark(), this);
        } else {
            kernel.observe(event, this);
        }
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

    /** Lets go of what a key has up to and including a time, whatever has come of it and whatever still comes. */
    synchronized void forget(String key, long until) {
        long reach = kernel.reach(until);
        if (wishes.add(key, reach)) {
            kernel.remove(group -> Group.of(group).key().equals(key), reach, this);
        }
    }

    /** Takes back the results of long ago that have been found meanwhile, and lets go of wishes that are over. */
    private synchronized void takeBack() {
        if (forgotten != Lateness.NO_WATERMARK) {
            wishes.forget(window.longAgo(forgotten));
        }
        for (byte[] key : past.found()) {
            context.forward(new Record<>(key, new Row(null, partition), stamp(kernel.watermark())), RESULTS);
        }
    }

    @Override
    public void result(WindowResult result) {
        if (result.correction() > 0) {
            progress.countCorrected();
        }
        forward(result.key(), result.id(), format.bytesOf(result), result.end() - 1);
    }

    @Override
    public void withdrawn(String key, long id) {
        progress.countCorrected();
        forward(key, id, null, kernel.watermark());
    }

    @Override
    public void late(Observation<BigDecimal> event) {
        progress.countLate();
    }

    @Override
    public void dropped(Observation<BigDecimal> event) {
        progress.countDropped();
        context.forward(
                new Record<>(
                        format.keyOf(event), new Row(Bytes.wrap(format.bytesOf(event)), partition), stamp(event.at())),
                TOO_LATE);
    }

    private void forward(String key, long id, byte @Nullable [] json, long at) {
        byte[] recordKey = format.keyOf(key, id);
        past.told(recordKey);
        Row row = new Row(json == null ? null : Bytes.wrap(json), partition);
        context.forward(new Record<>(recordKey, row, stamp(at)), RESULTS);
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
