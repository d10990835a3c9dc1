package io.daybook.query.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.pricing.query.PriceChangeView;
import io.daybook.query.platform.Json;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Rows;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Table;
import org.springframework.stereotype.Component;

/** What happened to prices, written once. */
@Component
final class PriceChangeRows extends Rows<PriceChangeRows.Change> {

    private static final Json<PriceChangeView> CHANGE = Json.of(PriceChangeView.class);

    static final Table<Change> TABLE = Table.<Change>named("price_change")
            .number("number", change -> change.view().position())
            .text("sku", Change::sku)
            .text("change", change -> CHANGE.text(change.view()))
            .read(row -> new Change(row.getString("sku"), CHANGE.value(row.getString("change"))));

    static final ReadModel<Change, PricingEvent> MODEL = ReadModel.ofEvents(
            TABLE,
            PricingEvent.class,
            recorded -> new Change(recorded.event().sku(), PriceChanges.shown(recorded.event(), recorded.position())));

    /** A change and whose price it is. */
    record Change(String sku, PriceChangeView view) {}

    PriceChangeRows(Lookup lookup) {
        super(lookup, MODEL, RejectionCode.PRICE_UNKNOWN);
    }
}
