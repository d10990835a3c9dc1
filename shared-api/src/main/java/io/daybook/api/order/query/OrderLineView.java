package io.daybook.api.order.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.api.order.event.PriceReceipt;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order or return: positive pieces of a SKU at a unit price, and what they are worth.
 *
 * @param priceReceipt where the unit price comes from; absent where the caller named it
 */
public record OrderLineView(
        int line,
        String sku,
        long quantity,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PriceReceipt priceReceipt) {}
