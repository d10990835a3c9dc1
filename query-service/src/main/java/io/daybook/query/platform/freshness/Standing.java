package io.daybook.query.platform.freshness;

import io.daybook.query.platform.generation.Generation;
import java.util.List;

/**
 * How far the read models behind a reply have come.
 *
 * @param generation which of them is asked
 * @param position which all of them have passed
 * @param moves whether they follow the log
 */
public record Standing(Generation generation, long position, boolean moves, List<ProcessorStanding> processors) {

    /** How far one processor has come in all its segments. */
    public record ProcessorStanding(String name, long position) {}

    static Standing still(Generation generation, long position) {
        return new Standing(generation, position, false, List.of());
    }

    static Standing following(Generation generation, List<ProcessorStanding> processors) {
        long position =
                processors.stream().mapToLong(ProcessorStanding::position).min().orElse(0);
        return new Standing(generation, position, true, processors);
    }
}
