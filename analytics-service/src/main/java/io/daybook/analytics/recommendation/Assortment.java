package io.daybook.analytics.recommendation;

import io.daybook.analytics.recommendation.kernel.Items;
import io.daybook.api.catalog.event.CatalogEvent;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.stock.event.StockEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The products by the numbers of their items. One thread writes; any may read. */
final class Assortment {

    private static final int FIRST_CAPACITY = 1024;

    private final Items items;
    private final boolean unknownProducts;
    private final boolean unstockedProducts;
    private volatile @Nullable Product[] products = new @Nullable Product[FIRST_CAPACITY];

    Assortment(Items items, boolean unknownProducts, boolean unstockedProducts) {
        this.items = items;
        this.unknownProducts = unknownProducts;
        this.unstockedProducts = unstockedProducts;
    }

    void apply(CatalogEvent event) {
        int item = items.number(event.sku());
        put(item, product(item).after(event));
    }

    void apply(StockEvent event) {
        int item = items.number(event.sku());
        put(item, product(item).after(event));
    }

    void apply(PricingEvent event) {
        int item = items.number(event.sku());
        put(item, product(item).after(event));
    }

    Product product(int item) {
        @Nullable Product[] all = products;
        Product known = item < all.length ? all[item] : null;
        return known == null ? Product.UNKNOWN : known;
    }

    /** Whether it can be had: neither withdrawn nor out of stock. */
    boolean isOffered(int item) {
        Product product = product(item);
        if (!product.registered()) {
            return unknownProducts;
        }
        return !product.withdrawn() && (product.stocked() ? product.available() > 0 : unstockedProducts);
    }

    private void put(int item, Product product) {
        @Nullable Product[] all = products;
        if (item >= all.length) {
            all = Arrays.copyOf(all, Math.max(item + 1, 2 * all.length));
        }
        all[item] = product;
        products = all;
    }
}
