package io.daybook.api.pricing.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The limits for later changes of the price; {@code minimumInterval} is an ISO 8601 duration. */
public record PricingPolicySet(
        String sku,
        String currency,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal floor,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal ceiling,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal largestStep,

        String minimumInterval,
        @Nullable String ending,
        String mode)
        implements PricingEvent {}
