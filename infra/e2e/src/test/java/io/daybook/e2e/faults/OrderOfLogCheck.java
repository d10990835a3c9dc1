package io.daybook.e2e.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether positions are dense from 1 up to the head, and the sequence numbers of every aggregate from 0. */
final class OrderOfLogCheck {

    private OrderOfLogCheck() {}

    static List<String> problems(StoredLog log) {
        List<String> problems = new ArrayList<>();
        Map<String, Long> next = new HashMap<>();
        long position = 0;
        for (StoredEvent event : log.events()) {
            if (event.position() != position + 1) {
                problems.add("event %d follows event %d".formatted(event.position(), position));
            }
            position = event.position();
            long expected = next.getOrDefault(event.aggregateId(), 0L);
            if (event.sequence() != expected) {
                problems.add("event %d has number %d in %s, where %d is due"
                        .formatted(position, event.sequence(), event.aggregateId(), expected));
            }
            next.put(event.aggregateId(), event.sequence() + 1);
        }
        if (log.head() != log.events().size()) {
            problems.add("the head is %d and there are %d events"
                    .formatted(log.head(), log.events().size()));
        }
        return problems;
    }
}
