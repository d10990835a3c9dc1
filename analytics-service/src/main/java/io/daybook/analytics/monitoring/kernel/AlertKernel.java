package io.daybook.analytics.monitoring.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes alerts of scores: one opens when a score reaches the upper threshold, further scores belong to it, and it
 * closes when none has reached the lower one for a while (a Schmitt trigger in event time). So one disturbance is one
 * alert, however long it lasts and however it flickers.
 */
public final class AlertKernel {

    private final double opensAt;
    private final double closesBelow;
    private final long quiet;

    private boolean open;
    private long since;
    private long lastHigh;
    private double peak;

    /**
     * What the last score did to an alert.
     *
     * @param since when the alert opened, which names it
     * @param at the event time of the change
     * @param peak the highest score of the alert so far
     */
    public record Change(Kind kind, long since, long at, double peak) {}

    /** An alert opened, got worse than ever, or closed. */
    public enum Kind {
        OPENED,
        WORSENED,
        CLOSED
    }

    /**
     * @param closesBelow at most {@code opensAt}
     * @param quiet how long scores must stay below it, in milliseconds
     */
    public AlertKernel(double opensAt, double closesBelow, long quiet) {
        if (closesBelow > opensAt || quiet < 0) {
            throw new IllegalArgumentException("An alert that opens at %s cannot close below %s after %d ms"
                    .formatted(opensAt, closesBelow, quiet));
        }
        this.opensAt = opensAt;
        this.closesBelow = closesBelow;
        this.quiet = quiet;
    }

    /** What a score changes. Scores come in order of time. */
    public List<Change> score(long epochMilli, double score) {
        List<Change> changes = new ArrayList<>(time(epochMilli));
        if (!open) {
            if (score >= opensAt) {
                changes.add(opened(epochMilli, score));
            }
            return changes;
        }
        if (score >= closesBelow) {
            lastHigh = epochMilli;
        }
        if (score > peak) {
            peak = score;
            changes.add(new Change(Kind.WORSENED, since, epochMilli, peak));
        }
        return changes;
    }

    /** All scores before this time have come: an alert that has been quiet for long enough closes. */
    public List<Change> time(long epochMilli) {
        if (!open || epochMilli - lastHigh <= quiet) {
            return List.of();
        }
        open = false;
        return List.of(new Change(Kind.CLOSED, since, lastHigh + quiet, peak));
    }

    private Change opened(long epochMilli, double score) {
        open = true;
        since = epochMilli;
        lastHigh = epochMilli;
        peak = score;
        return new Change(Kind.OPENED, since, epochMilli, peak);
    }

    /** The state as bytes. */
    public byte[] state() {
        return Memory.write(this::exchange);
    }

    /** Puts this one, which was made with the same thresholds, where another left off. */
    public void goOnFrom(byte[] state) {
        Memory.read(state, this::exchange);
    }

    /** Keeps its state, or takes it from where it was kept. */
    public void exchange(Memory memory) {
        open = memory.keep(open ? 1L : 0L) == 1;
        since = memory.keep(since);
        lastHigh = memory.keep(lastHigh);
        peak = memory.keep(peak);
    }
}
