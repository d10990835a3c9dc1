package io.daybook.command.order;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;
import java.time.Instant;

/** An order in advance is paid within its payment window, up to and including its end. */
record PaymentIsInTime(Instant paidAt, Instant payBy) implements Rule {

    @Override
    public boolean holds() {
        return !paidAt.isAfter(payBy);
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.PAYMENT_WINDOW_CLOSED;
    }

    @Override
    public String explanation() {
        return "The order was to be paid by %s; place it anew".formatted(payBy);
    }
}
