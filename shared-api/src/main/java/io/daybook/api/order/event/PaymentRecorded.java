package io.daybook.api.order.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;

/** Money came in for an order. */
public record PaymentRecorded(
        String orderId,
        String paymentId,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String currency,
        Instant paidAt)
        implements OrderEvent {}
