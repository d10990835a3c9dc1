package io.daybook.query.platform.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The differences found: all are counted, the first ones kept. */
final class Findings {

    private static final int MOST = 1_000;

    private final List<Difference> first = new ArrayList<>();
    private final Map<String, Long> counts = new HashMap<>();

    void add(Optional<Difference> found) {
        found.ifPresent(difference -> {
            counts.merge(difference.model(), 1L, Long::sum);
            if (first.size() < MOST) {
                first.add(difference);
            }
        });
    }

    long of(String model) {
        return counts.getOrDefault(model, 0L);
    }

    List<Difference> first() {
        return List.copyOf(first);
    }
}
