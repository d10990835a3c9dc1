package io.daybook.local.traffic;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An amount of either sign that is no sale. */
public record Adjustment(
        String id,
        String sku,
        String reason,
        @Nullable String customerId,
        String country,
        BigDecimal amount,
        Instant at) {}
