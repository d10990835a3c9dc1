package io.daybook.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a store as it was at a position does not have of the one it is taken from.
 *
 * @param position the last one that is kept
 * @param events how many come after it
 * @param first when the first of them was recorded; null where there is none
 * @param last when the last of them was
 * @param types the same by the type of the aggregates
 */
public record Loss(
        long position,
        long events,
        @Nullable Instant first,
        @Nullable Instant last,
        List<OfType> types) {

    public Loss {
        types = List.copyOf(types);
    }

    /**
     * What is lost of aggregates of one type.
     *
     * @param entities how many of them have lost events
     * @param begun how many of those have begun since, and would not be there at all
     */
    public record OfType(String type, long events, long entities, long begun) {}

    /** The same in words, a line for the whole and one for each type. */
    public String words() {
        if (events == 0) {
            return "Nothing comes after position %,d".formatted(position);
        }
        return "%,d events after position %,d would be missing, from %s to %s%n"
                        .formatted(events, position, first, last)
                + types.stream()
                        .map(type -> "  %-12s %,12d events of %,d, of which %,d would not be there at all"
                                .formatted(type.type(), type.events(), type.entities(), type.begun()))
                        .collect(Collectors.joining(System.lineSeparator()));
    }
}
