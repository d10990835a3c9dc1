package io.daybook.query.catalog;

import io.daybook.api.catalog.query.FindProduct;
import io.daybook.api.catalog.query.ProductView;
import io.daybook.query.platform.Shown;
import org.springframework.stereotype.Component;

@Component
final class ProductQueries {

    private final ProductRows rows;

    ProductQueries(ProductRows rows) {
        this.rows = rows;
    }

    Shown<ProductView> handle(FindProduct query) {
        return rows.findOrThrow(query.sku());
    }
}
