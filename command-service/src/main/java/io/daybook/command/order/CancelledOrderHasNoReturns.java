package io.daybook.command.order;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;

/** An order of which goods have come back is not cancelled: the sale would be undone twice. */
record CancelledOrderHasNoReturns(String orderId, boolean nothingReturned) implements Rule {

    @Override
    public boolean holds() {
        return nothingReturned;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.ORDER_STATE_FORBIDS;
    }

    @Override
    public String explanation() {
        return "Goods of the order %s have come back already; return the rest instead".formatted(orderId);
    }
}
