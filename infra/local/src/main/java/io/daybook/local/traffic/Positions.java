package io.daybook.local.traffic;

import java.util.List;

/** How far a service has come: the last event there is and, for each of its processors, the last one taken in. */
public record Positions(long head, List<Processor> processors) {
    public Positions {
        processors = List.copyOf(processors);
    }

    /** One processor of a service; the lag is in events. */
    public record Processor(String name, long position, long lag) {}

    /** How many events the slowest processor is behind. */
    long lag() {
        return processors.stream().mapToLong(Processor::lag).max().orElse(0);
    }

    /** How many events have not been sent to Kafka yet. */
    long unpublished() {
        return processors.stream()
                .filter(processor -> processor.name().equals("publication"))
                .mapToLong(Processor::lag)
                .findFirst()
                .orElse(0);
    }
}
