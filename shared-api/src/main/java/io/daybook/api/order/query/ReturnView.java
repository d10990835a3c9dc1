package io.daybook.api.order.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods that came back; units and amount are positive.
 *
 * @param orderId null where the order is not known
 * @param returnedAt business time
 */
public record ReturnView(
        String returnId,
        @Nullable String orderId,
        @Nullable String customerId,
        String country,
        String currency,
        Instant returnedAt,
        long units,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        List<OrderLineView> lines) {}
