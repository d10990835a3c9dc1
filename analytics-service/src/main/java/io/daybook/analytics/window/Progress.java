package io.daybook.analytics.window;

import io.daybook.analytics.window.kernel.Lateness;
import io.daybook.analytics.window.kernel.StateInput;
import io.daybook.analytics.window.kernel.StateOutput;
import java.util.Arrays;

/** How far a task has come and what it has counted; kept with its windows. */
final class Progress {

    private long position = -1;
    private long late;
    private long corrected;
    private long dropped;
    private long[] watermarks = {};

    /** The position of the last event of the log that was applied. */
    long position() {
        return position;
    }

    void reach(long reached) {
        position = reached;
    }

    /** Notes how far a partition of the log has come. */
    void reach(int partition, long watermark) {
        if (partition >= watermarks.length) {
            int before = watermarks.length;
            watermarks = Arrays.copyOf(watermarks, partition + 1);
            Arrays.fill(watermarks, before, watermarks.length, Lateness.NO_WATERMARK);
        }
        watermarks[partition] = Math.max(watermarks[partition], watermark);
    }

    long watermarkOf(int partition) {
        return partition < watermarks.length ? watermarks[partition] : Lateness.NO_WATERMARK;
    }

    long highestWatermark() {
        long highest = Lateness.NO_WATERMARK;
        for (long watermark : watermarks) {
            highest = Math.max(highest, watermark);
        }
        return highest;
    }

    /** The watermark that every partition has reached that was heard of; none while those are fewer than there are. */
    long lowestWatermark(int partitions) {
        long lowest = Long.MAX_VALUE;
        int heard = 0;
        for (long watermark : watermarks) {
            if (watermark != Lateness.NO_WATERMARK) {
                lowest = Math.min(lowest, watermark);
                heard++;
            }
        }
        return heard < partitions || heard == 0 ? Lateness.NO_WATERMARK : lowest;
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
        out.putInt(watermarks.length);
        for (long watermark : watermarks) {
            out.putTime(watermark);
        }
        return out.toBytes();
    }

    static Progress of(byte[] bytes) {
        StateInput in = new StateInput(bytes);
        Progress progress = new Progress();
        progress.position = in.number();
        progress.late = in.number();
        progress.corrected = in.number();
        progress.dropped = in.number();
        progress.watermarks = new long[in.integer()];
        for (int partition = 0; partition < progress.watermarks.length; partition++) {
            progress.watermarks[partition] = in.time();
        }
        return progress;
    }
}
