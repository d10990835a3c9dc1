package io.daybook.query.pricing;

import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.pricing.query.ListPriceView;
import io.daybook.query.platform.Amounts;
import org.jspecify.annotations.Nullable;

/** What the events of pricing make of a list price: the times of a SKU only move forward, so the last one counts. */
final class ListPriceFold {

    private ListPriceFold() {}

    static ListPriceView apply(@Nullable ListPriceView view, PricingEvent event) {
        return switch (event) {
            case ListPriceSet set ->
                new ListPriceView(set.sku(), Amounts.shown(set.amount()), set.currency(), set.validFrom());
        };
    }
}
