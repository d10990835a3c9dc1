package io.daybook.api.pricing.command;

import io.daybook.api.Money;
import io.daybook.api.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sets the list price from a business time on; the times of one SKU only move forward. The price is a human's decision:
 * of the pricing policy it is held to floor and ceiling alone, and even those give way to a reason.
 *
 * @param validFrom a later time than {@code setAt} makes it a {@linkplain SchedulePrice scheduled price}
 * @param setAt when it is decided, by the clock of the service
 * @param overrideReason why the price may be outside of floor and ceiling; null where it may not
 */
public record SetListPrice(
        String sku,
        Money price,
        Instant validFrom,
        Instant setAt,
        @Nullable String overrideReason) implements PricingCommand {
    public SetListPrice {
        sku = Require.identifier(sku, "sku");
        price = Require.notNegative(price, "price");
        Require.time(validFrom, "validFrom");
        Require.time(setAt, "setAt");
        overrideReason = overrideReason == null ? null : Require.text(overrideReason, "overrideReason");
    }

    /** Sets the list price from now on. */
    public SetListPrice(String sku, Money price, Instant now) {
        this(sku, price, now, now, null);
    }

    /**
     * The price as a scheduled one, under an id that follows from its start.
     *
     * @param attempt 1, or more where the price was scheduled for this start before and cancelled
     */
    public SchedulePrice scheduled(int attempt) {
        String id = "list-price-%d.%09d-%d".formatted(validFrom.getEpochSecond(), validFrom.getNano(), attempt);
        return new SchedulePrice(sku, id, price, validFrom, setAt, overrideReason);
    }
}
