package io.daybook.query.stock;

import io.daybook.api.RejectionCode;
import io.daybook.api.stock.event.StockEvent;
import io.daybook.api.stock.query.StockItemView;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Rows;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Table;
import org.springframework.stereotype.Component;

@Component
final class StockItemRows extends Rows<StockItemView> {

    static final Table<StockItemView> TABLE = Table.<StockItemView>named("stock_item")
            .text("sku", StockItemView::sku)
            .number("on_hand", StockItemView::onHand)
            .number("reserved", StockItemView::reserved)
            .number("refusals", StockItemView::refusals)
            .read(row -> new StockItemView(
                    row.getString("sku"), row.getLong("on_hand"), row.getLong("reserved"), row.getLong("refusals")));

    static final ReadModel<StockItemView, StockEvent> MODEL =
            ReadModel.ofAggregates(TABLE, StockEvent.class, "stock:", StockEvent::sku, StockItemFold::apply);

    StockItemRows(Lookup lookup) {
        super(lookup, MODEL, RejectionCode.STOCK_ITEM_UNKNOWN);
    }
}
