package io.daybook.api.stock.query;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The stock of a SKU in pieces.
 *
 * @param onHand pieces in the house
 * @param reserved those of them that are set aside for orders
 * @param refusals how often too few were available for an order line
 */
public record StockItemView(String sku, long onHand, long reserved, long refusals) {

    /** The pieces that may still be reserved. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public long available() {
        return onHand - reserved;
    }
}
