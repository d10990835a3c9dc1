package io.daybook.analytics.window;

import io.daybook.analytics.window.kernel.Lateness;
import io.daybook.analytics.window.kernel.StateInput;
import io.daybook.analytics.window.kernel.StateOutput;
import java.util.Map;
import java.util.TreeMap;

/** How far a task has come and what it has counted; kept with its windows. */
final class Progress {

    private long position = -1;
    private long late;
    private long corrected;
    private long dropped;
    private final Map<Integer, Long> watermarks = new TreeMap<>();

    /** The position of the last event of the log that was applied. */
    long position() {
        return position;
    }

    void reach(long reached) {
        position = reached;
    }

    /** Notes how far a partition of the log has come. */
    void reach(int partition, long watermark) {
        watermarks.merge(partition, watermark, Math::max);
    }

    long watermarkOf(int partition) {
        return watermarks.getOrDefault(partition, Lateness.NO_WATERMARK);
    }

    Map<Integer, Long> watermarks() {
        return Map.copyOf(watermarks);
    }

    long highestWatermark() {
        return watermarks.values().stream().mapToLong(Long::longValue).max().orElse(Lateness.NO_WATERMARK);
    }

    /** The watermark that every partition has reached; none while any of them has not been heard of. */
    long lowestWatermark(int partitions) {
        return watermarks.size() < partitions
                ? Lateness.NO_WATERMARK
                : watermarks.values().stream().mapToLong(Long::longValue).min().orElse(Lateness.NO_WATERMARK);
    }

    void countLate() {
        late++;
    }

    void countCorrected() {
        corrected++;
    }

    void countDropped() {
        dropped++;
    }

    long late() {
        return late;
    }

    long corrected() {
        return corrected;
    }

    long dropped() {
        return dropped;
    }

    byte[] bytes() {
        StateOutput out = new StateOutput()
                .putLong(position)
                .putLong(late)
                .putLong(corrected)
                .putLong(dropped);
        out.putInt(watermarks.size());
        watermarks.forEach((partition, watermark) -> out.putInt(partition).putTime(watermark));
        return out.toBytes();
    }

    static Progress of(byte[] bytes) {
        StateInput in = new StateInput(bytes);
        Progress progress = new Progress();
        progress.position = in.number();
        progress.late = in.number();
        progress.corrected = in.number();
        progress.dropped = in.number();
        int count = in.integer();
        for (int index = 0; index < count; index++) {
            int partition = in.integer();
            progress.watermarks.put(partition, in.time());
        }
        return progress;
    }
}
