package io.daybook.api.catalog;

import io.daybook.api.catalog.command.RegisterProduct;
import io.daybook.api.catalog.command.ReviseProduct;
import io.daybook.api.catalog.command.WithdrawProduct;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.catalog.event.ProductWithdrawn;

/** Messages about products, with defaults. */
public final class Products {

    public static final String SKU = "85123A";
    public static final String SERVICE = "POST";
    public static final String NAME = "WHITE HANGING HEART T-LIGHT HOLDER";
    public static final String CATEGORY = "Home/Candle holders";

    private Products() {}

    public static RegisterProduct register() {
        return new RegisterProduct(SKU, NAME, true, CATEGORY);
    }

    public static ReviseProduct revise() {
        return new ReviseProduct(SKU, "CREAM HANGING HEART T-LIGHT HOLDER", CATEGORY);
    }

    public static WithdrawProduct withdraw() {
        return new WithdrawProduct(SKU, "no longer made");
    }

    public static ProductRegistered registered() {
        return new ProductRegistered(SKU, NAME, true, CATEGORY);
    }

    public static ProductRevised revised() {
        return new ProductRevised(SKU, "CREAM HANGING HEART T-LIGHT HOLDER", CATEGORY);
    }

    public static ProductWithdrawn withdrawn() {
        return new ProductWithdrawn(SKU, "no longer made");
    }
}
