package io.daybook.command.order;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;

/** An order is paid in its own currency. */
record CurrencyIsTheOrders(String ordered, String paid) implements Rule {

    @Override
    public boolean holds() {
        return ordered.equals(paid);
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.CURRENCY_MISMATCH;
    }

    @Override
    public String explanation() {
        return "The order is in %s, not %s".formatted(ordered, paid);
    }
}
