package io.daybook.eventstore;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events of one unit of work on their way into the store; the outcome is the position of the last of them. */
record PendingAppend(List<EventRow> rows, Set<String> keys, CompletableFuture<Long> outcome) {

    static PendingAppend of(List<EventRow> rows) {
        Set<String> keys = rows.stream()
                .flatMap(row -> Stream.of("aggregate " + row.aggregateId(), "event " + row.eventId()))
                .collect(Collectors.toUnmodifiableSet());
        return new PendingAppend(rows, keys, new CompletableFuture<>());
    }
}
