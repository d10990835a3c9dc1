package io.daybook.query.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.query.platform.Json;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Rows;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Table;
import org.springframework.stereotype.Component;

/** The prices of each SKU by time; what a reduction refers to is derived when it is asked for. */
@Component
final class PriceTimelineRows extends Rows<PriceTimeline> {

    private static final Json<PriceTimeline> TIMELINE = Json.of(PriceTimeline.class);

    static final Table<PriceTimeline> TABLE = Table.<PriceTimeline>named("price_timeline")
            .text("sku", PriceTimeline::sku)
            .text("timeline", TIMELINE::text)
            .read(row -> TIMELINE.value(row.getString("timeline")));

    static final ReadModel<PriceTimeline, PricingEvent> MODEL = ReadModel.ofRecordedAggregates(
            TABLE, PricingEvent.class, "price:", PricingEvent::sku, PriceTimelineFold::apply);

    PriceTimelineRows(Lookup lookup) {
        super(lookup, MODEL, RejectionCode.PRICE_UNKNOWN);
    }
}
