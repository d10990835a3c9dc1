package io.daybook.eventstore;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of one unit of work on their way into the store, with the receipt of the request that caused them or a receipt
 * alone; the outcome is the position of the last event, or the receipt's where there is none. Made on the caller's thread, which
 * hashes the contents so that the one appender need not.
 */
record PendingAppend(
        List<EventRow> rows,
        List<byte[]> contentHashes,
        @Nullable Receipt receipt,
        Set<String> keys,
        CompletableFuture<Long> outcome) {

    static PendingAppend of(List<EventRow> rows) {
        return of(rows, null);
    }

    static PendingAppend of(List<EventRow> rows, @Nullable Receipt receipt) {
        Stream<String> ofEvents =
                rows.stream().flatMap(row -> Stream.of("aggregate " + row.aggregateId(), "event " + row.eventId()));
        Stream<String> ofReceipt = receipt == null ? Stream.of() : Stream.of("receipt " + receipt.key());
        return new PendingAppend(
                rows,
                rows.stream().map(EventHash::ofContent).toList(),
                receipt,
                Stream.concat(ofEvents, ofReceipt).collect(Collectors.toUnmodifiableSet()),
                new CompletableFuture<>());
    }

    boolean isEmpty() {
        return rows.isEmpty() && receipt == null;
    }

    /** What the append is about, for messages. */
    String subject() {
        return rows.isEmpty() ? "receipt" : "events of [" + rows.getFirst().aggregateId() + "]";
    }
}
