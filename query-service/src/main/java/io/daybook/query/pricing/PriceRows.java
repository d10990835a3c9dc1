package io.daybook.query.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.query.platform.Json;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Rows;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Table;
import org.springframework.stereotype.Component;

/** Which price is the current one depends on the clock, so the state of a price is kept whole. */
@Component
final class PriceRows extends Rows<PriceState> {

    private static final Json<PriceState> STATE = Json.of(PriceState.class);

    static final Table<PriceState> TABLE = Table.<PriceState>named("price")
            .text("sku", PriceState::sku)
            .text("state", STATE::text)
            .read(row -> STATE.value(row.getString("state")));

    static final ReadModel<PriceState, PricingEvent> MODEL =
            ReadModel.ofAggregates(TABLE, PricingEvent.class, "price:", PricingEvent::sku, PriceFold::apply);

    PriceRows(Lookup lookup) {
        super(lookup, MODEL, RejectionCode.PRICE_UNKNOWN);
    }
}
