package io.daybook.command.order;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;
import java.math.BigDecimal;

/** No more is paid in advance than the order is worth: what is too much would have to be paid back. */
record PaymentsFitTotal(BigDecimal paid, BigDecimal total) implements Rule {

    @Override
    public boolean holds() {
        return paid.compareTo(total) <= 0;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.PAYMENT_EXCEEDS_TOTAL;
    }

    @Override
    public String explanation() {
        return "The payments would come to %s, the order to %s; nothing was recorded"
                .formatted(paid.toPlainString(), total.toPlainString());
    }
}
