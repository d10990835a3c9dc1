package io.daybook.api.catalog.query;

import org.jspecify.annotations.Nullable;

/**
 * A product as it is now.
 *
 * @param stocked whether it is reserved when ordered; services such as postage are not
 * @param category what it is counted under; null where it is in none
 * @param withdrawalReason why it is no longer sold; null while it is
 */
public record ProductView(
        String sku,
        String name,
        boolean stocked,
        @Nullable String category,
        boolean withdrawn,
        @Nullable String withdrawalReason) {}
