package io.daybook.api.pricing;

import io.daybook.api.Money;
import io.daybook.api.pricing.command.SetListPrice;
import io.daybook.api.pricing.event.ListPriceSet;
import java.math.BigDecimal;
import java.time.Instant;

/** Messages about prices, with defaults. */
public final class Prices {

    public static final String SKU = "85123A";
    public static final Instant VALID_FROM = Instant.parse("2010-12-01T08:26:00Z");

    private Prices() {}

    public static SetListPrice set(String amount, Instant validFrom) {
        return new SetListPrice(SKU, Money.of(amount, "GBP"), validFrom);
    }

    public static ListPriceSet wasSet(String amount, Instant validFrom) {
        return new ListPriceSet(SKU, new BigDecimal(amount), "GBP", validFrom);
    }
}
