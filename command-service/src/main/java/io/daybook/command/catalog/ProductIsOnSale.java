package io.daybook.command.catalog;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;

/** A product that was withdrawn is neither changed nor sold. */
record ProductIsOnSale(String sku, boolean withdrawn) implements Rule {

    @Override
    public boolean holds() {
        return !withdrawn;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.PRODUCT_WITHDRAWN;
    }

    @Override
    public String explanation() {
        return "The product %s has been withdrawn".formatted(sku);
    }
}
