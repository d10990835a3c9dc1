package io.daybook.command.order;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.command.OrderCommand;
import io.daybook.command.platform.Rule;

/** A command fits the payment terms of the order: one in advance waits for its payment, one on account does not. */
record PaymentTermsAllow(OrderCommand command, PaymentTerms terms, PaymentTerms allowed) implements Rule {

    @Override
    public boolean holds() {
        return terms == allowed;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.PAYMENT_TERMS_FORBID;
    }

    @Override
    public String explanation() {
        return "%s is not possible: the order %s is paid %s, and would have to be %s"
                .formatted(command.getClass().getSimpleName(), command.orderId(), terms, allowed);
    }
}
