package io.daybook.api.stock.command;

import io.daybook.api.Require;
import java.time.Instant;

/** Corrects the pieces on hand to a count; a known {@code countId} changes nothing. */
public record CountStock(String sku, String countId, long counted, Instant countedAt) implements StockCommand {
    public CountStock {
        sku = Require.identifier(sku, "sku");
        countId = Require.identifier(countId, "countId");
        Require.notNegative(counted, "counted");
        Require.time(countedAt, "countedAt");
    }
}
