package io.daybook.query.platform.freshness;

import io.daybook.query.platform.freshness.Standing.ProcessorStanding;
import java.util.List;

/** The read models have not passed the position that a request asks for, and it has waited long enough. */
public final class NotYetVisible extends RuntimeException {

    private final long minPosition;
    private final transient Standing standing;
    private final long head;
    private final long stalenessMillis;

    NotYetVisible(long minPosition, Standing standing, long head, long stalenessMillis) {
        // an answer, not a fault: it needs no stack trace
        super(
                "What has happened up to %d is not all to be seen yet; try again".formatted(minPosition),
                null,
                false,
                false);
        this.minPosition = minPosition;
        this.standing = standing;
        this.head = head;
        this.stalenessMillis = stalenessMillis;
    }

    /** How many events a processor has yet to see. */
    public record Lag(String name, long position, long lag) {}

    Standing standing() {
        return standing;
    }

    public long minPosition() {
        return minPosition;
    }

    public long position() {
        return standing.position();
    }

    /** How many events have yet to be seen. */
    public long lag() {
        return head - standing.position();
    }

    public long stalenessMillis() {
        return stalenessMillis;
    }

    public List<Lag> processors() {
        return standing.processors().stream().map(this::lag).toList();
    }

    private Lag lag(ProcessorStanding processor) {
        return new Lag(processor.name(), processor.position(), Math.max(0, head - processor.position()));
    }
}
