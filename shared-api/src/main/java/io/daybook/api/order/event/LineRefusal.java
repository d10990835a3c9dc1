package io.daybook.api.order.event;

/** Why a line could not be reserved: pieces requested and available. */
public record LineRefusal(int line, String sku, long requested, long available) {}
