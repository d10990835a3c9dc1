package io.daybook.query.catalog;

import static io.daybook.query.platform.list.ValueType.DECIMAL;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.api.catalog.query.ProductView;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;

/** {@code GET /products}. */
final class ProductList {

    static final Listing<ProductView> LIST = Listing.named("products", ProductView.class)
            .filters(
                    Filter.of("sku", "sku", TEXT),
                    Filter.prefix("skuPrefix", "sku"),
                    Filter.of("category", "category", TEXT),
                    Filter.prefix("categoryPrefix", "category"),
                    Filter.flag("stocked", "stocked"),
                    Filter.flag("withdrawn", "withdrawn"),
                    new Filter(ProductSearch.PARAMETER, ProductSearch::condition))
            .sorts(
                    Sort.by("name", "name", TEXT),
                    Sort.byOptional("category", "category", TEXT),
                    new Sort("relevance", ProductSearch.RELEVANCE, DECIMAL, false, ProductSearch.PARAMETER))
            .key(Sort.by("sku", "sku", TEXT))
            .order("sku")
            .orderWith(ProductSearch.PARAMETER, "-relevance,sku")
            .of(ProductRows.TABLE);

    private ProductList() {}
}
