package io.daybook.api.order.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An amount of either sign was booked that is no sale. */
public record AdjustmentRecorded(
        String adjustmentId,
        String sku,
        String reason,
        @Nullable String customerId,
        String country,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String currency,
        Instant recordedAt)
        implements OrderEvent {}
