package io.daybook.command.stock;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;

/** No more is written off than is available: on hand and not reserved. */
record WriteOffFitsAvailableStock(long quantity, long available) implements Rule {

    @Override
    public boolean holds() {
        return quantity <= available;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.STOCK_INSUFFICIENT;
    }

    @Override
    public String explanation() {
        return "%d pieces cannot be written off, only %d are available".formatted(quantity, available);
    }
}
