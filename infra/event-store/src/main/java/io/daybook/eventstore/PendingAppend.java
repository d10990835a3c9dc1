package io.daybook.eventstore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The events of one unit of work on their way into the store, with the receipt of the request that caused them or a
 * receipt alone; the outcome is the position of the last event, or the receipt's where there is none. Made on the
 * caller's thread, which hashes the contents so that the one appender need not.
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
        Set<String> keys = HashSet.newHashSet(2 * rows.size() + 1);
        List<byte[]> contentHashes = new ArrayList<>(rows.size());
        for (EventRow row : rows) {
            keys.add("aggregate " + row.aggregateId());
            keys.add("event " + row.eventId());
            contentHashes.add(EventHash.ofContent(row));
        }
        if (receipt != null) {
            keys.add("receipt " + receipt.key());
        }
        return new PendingAppend(rows, contentHashes, receipt, keys, new CompletableFuture<>());
    }

    boolean isEmpty() {
        return rows.isEmpty() && receipt == null;
    }

    /** The bytes that this append brings to a batch, roughly. */
    int size() {
        int bytes = 0;
        for (EventRow row : rows) {
            bytes += row.size();
        }
        return bytes;
    }

    /** What the append is about, for messages. */
    String subject() {
        return rows.isEmpty() ? "receipt" : "events of [" + rows.getFirst().aggregateId() + "]";
    }
}
