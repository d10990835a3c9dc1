package io.daybook.query.catalog;

import io.daybook.api.RejectionCode;
import io.daybook.api.catalog.event.CatalogEvent;
import io.daybook.api.catalog.query.ProductView;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Rows;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Table;
import org.springframework.stereotype.Component;

@Component
final class ProductRows extends Rows<ProductView> {

    static final Table<ProductView> TABLE = Table.<ProductView>named("product")
            .text("sku", ProductView::sku)
            .text("name", ProductView::name)
            .bool("stocked", ProductView::stocked)
            .text("category", ProductView::category)
            .bool("withdrawn", ProductView::withdrawn)
            .text("withdrawal_reason", ProductView::withdrawalReason)
            .read(row -> new ProductView(
                    row.getString("sku"),
                    row.getString("name"),
                    row.getBoolean("stocked"),
                    row.getString("category"),
                    row.getBoolean("withdrawn"),
                    row.getString("withdrawal_reason")));

    static final ReadModel<ProductView, CatalogEvent> MODEL =
            ReadModel.ofAggregates(TABLE, CatalogEvent.class, "product:", CatalogEvent::sku, ProductFold::apply);

    ProductRows(Lookup lookup) {
        super(lookup, MODEL, RejectionCode.PRODUCT_UNKNOWN);
    }
}
