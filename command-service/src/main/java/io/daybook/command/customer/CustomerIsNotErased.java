package io.daybook.command.customer;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;

/** A customer that was erased never comes back; whoever it was may register under another id. */
record CustomerIsNotErased(String customerId, boolean erased) implements Rule {

    @Override
    public boolean holds() {
        return !erased;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.CUSTOMER_ERASED;
    }

    @Override
    public String explanation() {
        return "The customer %s has been erased; register anew under another id".formatted(customerId);
    }
}
