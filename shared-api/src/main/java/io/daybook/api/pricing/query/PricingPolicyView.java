package io.daybook.api.pricing.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The limits that a price is held to; {@code minimumInterval} is an ISO 8601 duration. */
public record PricingPolicyView(
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal floor,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal ceiling,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal largestStep,

        String minimumInterval,
        @Nullable String ending,
        String mode) {}
