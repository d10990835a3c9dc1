package io.daybook.query.stock;

import static io.daybook.query.platform.list.ValueType.NUMBER;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.api.stock.query.StockItemView;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;

/** {@code GET /stock}. */
final class StockItemList {

    private static final String AVAILABLE = "(on_hand - reserved)";

    static final Listing<StockItemView> LIST = Listing.named("stock", StockItemView.class)
            .filters(Filter.of("sku", "sku", TEXT), Filter.prefix("skuPrefix", "sku"))
            .filters(Filter.range("onHand", "on_hand", NUMBER))
            .filters(Filter.range("reserved", "reserved", NUMBER))
            .filters(Filter.range("available", AVAILABLE, NUMBER))
            .filters(Filter.range("refusals", "refusals", NUMBER))
            .sorts(
                    Sort.by("onHand", "on_hand", NUMBER),
                    Sort.by("reserved", "reserved", NUMBER),
                    Sort.by("available", AVAILABLE, NUMBER),
                    Sort.by("refusals", "refusals", NUMBER))
            .key(Sort.by("sku", "sku", TEXT))
            .order("sku")
            .of(StockItemRows.TABLE);

    private StockItemList() {}
}
