package io.daybook.query.platform.processing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** How many events each processor of this instance has begun to handle, those it tries again included. */
@Component
final class Activity {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** What is to be run for every event. */
    Runnable of(String processor) {
        return counts.computeIfAbsent(processor, _ -> new LongAdder())::increment;
    }

    long count(String processor) {
        LongAdder count = counts.get(processor);
        return count == null ? 0 : count.sum();
    }
}
