package io.daybook.api.order.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.api.order.CancellationCause;
import io.daybook.api.order.PaymentTerms;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order without its lines.
 *
 * @param placedAt business time
 * @param lineCount how many lines it has
 * @param units pieces ordered
 * @param amount what the lines are worth together
 * @param paid what has been paid
 * @param returnedUnits pieces that came back
 * @param returnedAmount what those are worth
 * @param shippedAt null until it is shipped
 * @param cancelledAt null unless it is cancelled
 */
public record OrderView(
        String orderId,
        @Nullable String customerId,
        String country,
        String currency,
        Instant placedAt,
        PaymentTerms paymentTerms,
        OrderStatus status,
        int lineCount,
        long units,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal paid,
        long returnedUnits,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal returnedAmount,
        @Nullable Instant shippedAt,
        @Nullable Instant cancelledAt,
        @Nullable CancellationCause cancellationCause,
        @Nullable String cancellationReason) {}
