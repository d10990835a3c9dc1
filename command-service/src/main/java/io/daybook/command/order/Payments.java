package io.daybook.command.order;

import io.daybook.api.order.command.RecordPayment;
import io.daybook.api.order.event.PaymentRecorded;
import io.daybook.command.platform.IdNamesSameContent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What was paid for an order. */
final class Payments {

    private final Map<String, PaymentRecorded> known = new HashMap<>();
    private BigDecimal paid = BigDecimal.ZERO;

    /** The payment that a command records; a known one keeps its first time. */
    PaymentRecorded of(RecordPayment command) {
        PaymentRecorded before = known.get(command.paymentId());
        return new PaymentRecorded(
                command.orderId(),
                command.paymentId(),
                command.amount().amount(),
                command.amount().currency(),
                before == null ? command.paidAt() : before.paidAt());
    }

    boolean isKnown(PaymentRecorded payment) {
        PaymentRecorded before = known.get(payment.paymentId());
        new IdNamesSameContent(payment.paymentId(), before == null || before.equals(payment)).enforce();
        return before != null;
    }

    /** Refuses more than the order is worth. */
    void enforceFit(BigDecimal total, PaymentRecorded payment) {
        new PaymentsFitTotal(paid.add(payment.amount()), total).enforce();
    }

    boolean cover(BigDecimal total) {
        return paid.compareTo(total) >= 0;
    }

    void add(PaymentRecorded payment) {
        known.put(payment.paymentId(), payment);
        paid = paid.add(payment.amount());
    }
}
