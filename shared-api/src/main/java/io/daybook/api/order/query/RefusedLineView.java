package io.daybook.api.order.query;

/** Why a line could not be reserved: pieces requested and available. */
public record RefusedLineView(int line, String sku, long requested, long available) {}
