package io.daybook.query.catalog;

import static io.daybook.query.platform.model.Fold.known;

import io.daybook.api.catalog.event.CatalogEvent;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.catalog.event.ProductWithdrawn;
import io.daybook.api.catalog.query.ProductView;
import org.jspecify.annotations.Nullable;

/** What the events of the catalog make of a product. */
final class ProductFold {

    private ProductFold() {}

    static ProductView apply(@Nullable ProductView view, CatalogEvent event) {
        return switch (event) {
            case ProductRegistered registered ->
                new ProductView(
                        registered.sku(), registered.name(), registered.stocked(), registered.category(), false, null);
            case ProductRevised revised -> revised(known(view, event), revised);
            case ProductWithdrawn withdrawn -> withdrawn(known(view, event), withdrawn.reason());
        };
    }

    private static ProductView revised(ProductView view, ProductRevised event) {
        return new ProductView(
                view.sku(), event.name(), view.stocked(), event.category(), view.withdrawn(), view.withdrawalReason());
    }

    private static ProductView withdrawn(ProductView view, String reason) {
        return new ProductView(view.sku(), view.name(), view.stocked(), view.category(), true, reason);
    }
}
