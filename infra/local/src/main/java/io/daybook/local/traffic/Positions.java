package io.daybook.local.traffic;

import java.util.List;

/** How far a service has come: the last event there is and, for each of its processors, the last one taken in. */
public record Positions(long head, List<Processor> processors) {
    public Positions {
        processors = List.copyOf(processors);
    }

    /** One processor of a service; the lag is in events. */
    public record Processor(String name, long position, long lag) {}

    /** How many events the slowest processor is behind a log that ends at {@code logHead}. */
    long behind(long logHead) {
        long unseen = Math.max(0, logHead - head);
        return unseen + processors.stream().mapToLong(Processor::lag).max().orElse(0);
    }
}
