package io.daybook.command.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;
import org.jspecify.annotations.Nullable;

/** A SKU is priced in one currency for good. */
record PriceKeepsItsCurrency(String sku, @Nullable String known, String asked) implements Rule {

    @Override
    public boolean holds() {
        return known == null || known.equals(asked);
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.PRICE_CURRENCY_IS_FIXED;
    }

    @Override
    public String explanation() {
        return "The price of %s is in %s, not %s".formatted(sku, known, asked);
    }
}
