package io.daybook.api.order.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/** One line of an order or return: positive pieces of a SKU at a unit price, and what they are worth. */
public record OrderLineView(
        int line,
        String sku,
        long quantity,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount) {}
