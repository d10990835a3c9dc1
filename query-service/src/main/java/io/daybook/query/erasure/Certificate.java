package io.daybook.query.erasure;

import io.daybook.query.platform.attestation.SealedEvent;
import io.daybook.vault.KeyFate;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.ToLongFunction;

/**
 * What is certified: lines of a name, a colon and a value. Times are in UTC, hashes in Base64.
 *
 * @param origin the name of the log
 */
record Certificate(
        String origin,
        ErasedCustomer customer,
        KeyFate key,
        List<SearchedTable> tables,
        SealedEvent place,
        Instant checkedAt) {

    String text() {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(origin + " erasure certificate 1");
        lines.add("customer: " + customer.customerId());
        lines.add("erased at: " + customer.erasure().erasedAt());
        lines.add("reason: " + customer.erasure().reason());
        lines.add("event: position %d, hash %s".formatted(place.position(), place.eventHash()));
        lines.add("key destroyed: %s, made at %s, destroyed at %s"
                .formatted(key.keyId(), key.madeAt(), key.destroyedAt()));
        lines.add("checked at: " + checkedAt);
        lines.add("kept in the log: %d events with data under that key, 0 of them can be opened"
                .formatted(customer.carriers().size()));
        lines.add("searched: %d tables with %d rows, %d hold data under that key"
                .formatted(tables.size(), sum(tables, SearchedTable::rows), sum(tables, SearchedTable::holding)));
        for (SearchedTable table : tables) {
            lines.add("table %s: %d rows, %d hold data under that key, %d are about the customer"
                    .formatted(table.name(), table.rows(), table.holding(), table.naming()));
        }
        lines.add("checkpoint: size %d, root %s".formatted(place.size(), place.root()));
        place.inclusion().forEach(hash -> lines.add("inclusion: " + hash));
        return lines.toString();
    }

    private static long sum(List<SearchedTable> tables, ToLongFunction<SearchedTable> count) {
        return tables.stream().mapToLong(count).sum();
    }
}
