package io.daybook.api.pricing.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The list price is this amount from {@code validFrom}, a business time, on. {@code overrideReason} tells why it is
 * outside of the policy's floor and ceiling; it is null where the price keeps to them.
 */
public record ListPriceSet(
        String sku,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String currency,
        Instant validFrom,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String overrideReason)
        implements PricingEvent {

    /** A list price that keeps to its policy. */
    public ListPriceSet(String sku, BigDecimal amount, String currency, Instant validFrom) {
        this(sku, amount, currency, validFrom, null);
    }
}
