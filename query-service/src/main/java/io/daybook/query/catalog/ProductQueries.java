package io.daybook.query.catalog;

import io.daybook.api.Page;
import io.daybook.api.catalog.query.FindProduct;
import io.daybook.api.catalog.query.FindProducts;
import io.daybook.api.catalog.query.ProductView;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.PageQuery;
import io.daybook.query.platform.Shown;
import java.util.Map;
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

    Page<ProductView> handle(FindProducts query) {
        PageQuery<ProductView> products = rows.list();
        String cursor = query.page().cursor();
        if (cursor != null) {
            products.where(
                    "sku > :after", Map.of("after", Cursor.read(cursor, 1).text(0)));
        }
        return products.page(query.page(), "sku", product -> Cursor.of(product.sku()));
    }
}
