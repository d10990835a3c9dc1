package io.daybook.api.pricing.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;

/** The current list price of a SKU and the business time it is valid from. */
public record ListPriceView(
        String sku,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String currency,
        Instant validFrom) {}
