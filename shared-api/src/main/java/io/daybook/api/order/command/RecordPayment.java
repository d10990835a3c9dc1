package io.daybook.api.order.command;

import io.daybook.api.Money;
import io.daybook.api.Require;
import java.time.Instant;

/**
 * Records a payment for a confirmed order, or for one in advance that waits for it, which is confirmed once its total
 * is paid; a known {@code paymentId} changes nothing.
 */
public record RecordPayment(String orderId, String paymentId, Money amount, Instant paidAt) implements OrderCommand {
    public RecordPayment {
        orderId = Require.identifier(orderId, "orderId");
        paymentId = Require.identifier(paymentId, "paymentId");
        amount = Require.notNegative(amount, "amount");
        Require.time(paidAt, "paidAt");
    }
}
