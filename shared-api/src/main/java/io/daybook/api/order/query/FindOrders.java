package io.daybook.api.order.query;

import io.daybook.api.PageRequest;
import org.jspecify.annotations.Nullable;

/** Asks for a page of orders, the latest placed first; a filter that is null lets everything through. */
public record FindOrders(
        @Nullable OrderStatus status,
        @Nullable String customerId,
        @Nullable String country,
        PageRequest page) {}
