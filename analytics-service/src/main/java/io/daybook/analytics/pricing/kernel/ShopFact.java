package io.daybook.analytics.pricing.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an event of the log says that matters to the prices of a SKU. Amounts in ten-thousandths. */
public sealed interface ShopFact {

    String sku();

    /** Pieces were sold; negative where a sale was undone. */
    record Sold(String sku, long pieces) implements ShopFact {}

    /** The price was set, and is in force; null where it is one that the engine cannot go by, such as nothing. */
    record Priced(String sku, @Nullable PriceNow price, boolean byEngine) implements ShopFact {}

    /** A price will come into force at its time, unless it is called off. */
    record Announced(String sku, String scheduleId, PriceNow price) implements ShopFact {}

    /** An announced price was called off. */
    record CalledOff(String sku, String scheduleId) implements ShopFact {}

    /** The limits of the price; null where the engine cannot go by them, or proposals are never taken. */
    record Limited(String sku, @Nullable Guardrails guardrails) implements ShopFact {}

    /**
     * How the engine goes about the SKU.
     *
     * @param cost of a piece
     * @param seasonEnd until when the stock is to be sold; null where it is filled up again
     * @param leftOver what a piece is worth that is left over then
     */
    record Steered(
            String sku,
            String currency,
            Strategy strategy,
            long cost,
            @Nullable Instant seasonEnd,
            long leftOver) implements ShopFact {}

    /** The SKU is not sold any more. */
    record Withdrawn(String sku) implements ShopFact {}

    /** So many pieces more can be sold; fewer where negative. */
    record Stocked(String sku, long pieces) implements ShopFact {}

    /** The SKU belongs to a category; to none where null. */
    record Categorised(String sku, @Nullable String category) implements ShopFact {}

    /** A proposal was decided about: changed, open, or declined. */
    record Answered(String sku) implements ShopFact {}
}
