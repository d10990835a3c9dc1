package io.daybook.command.customer;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;

/** No two customers have the same e-mail address. The refusal tells neither the address nor whose it is. */
record EmailIsFree(boolean free) implements Rule {

    @Override
    public boolean holds() {
        return free;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.EMAIL_TAKEN;
    }

    @Override
    public String explanation() {
        return "The e-mail address is in use by another customer";
    }
}
