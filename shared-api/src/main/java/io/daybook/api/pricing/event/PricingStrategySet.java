package io.daybook.api.pricing.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the pricing engine goes about the SKU from now on: {@code mode} OFF, SHADOW, PROPOSE or AUTOMATIC,
 * {@code objective} MARGIN or REVENUE, {@code exploration} NONE or THOMPSON; {@code hysteresis} and
 * {@code controlShare} are fractions.
 */
public record PricingStrategySet(
        String sku,
        String currency,
        String mode,
        String objective,
        String exploration,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal hysteresis,
        String experiment,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal controlShare,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal unitCost,

        @Nullable Instant seasonEnd,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal leftOverWorth)
        implements PricingEvent {}
