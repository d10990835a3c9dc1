package io.daybook.api.order.query;

import io.daybook.api.PageRequest;
import org.jspecify.annotations.Nullable;

/** Asks for a page of returns, the latest recorded first; a filter that is null lets everything through. */
public record FindReturns(
        @Nullable String orderId,
        @Nullable String customerId,
        @Nullable String country,
        PageRequest page) {}
