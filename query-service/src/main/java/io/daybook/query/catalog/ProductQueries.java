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
        ProductRow row = rows.findOrThrow(query.sku());
        return new Shown<>(row.view(), row.position());
    }

    Page<ProductView> handle(FindProducts query) {
        PageQuery<ProductRow> products = rows.list();
        String cursor = query.page().cursor();
        if (cursor != null) {
            products.where(
                    "r.sku > :after", Map.of("after", Cursor.read(cursor, 1).text(0)));
        }
        return products.page(query.page(), "r.sku", row -> Cursor.of(row.view().sku()))
                .map(ProductRow::view);
    }
}
