package io.daybook.api.sales.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/** The figures of a product; its cancellations count the returns and cancelled orders it was part of. */
public record ProductSalesView(
        String sku,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal revenue,
        long units,
        long orders,
        long customers,
        CancellationsView cancellations) {}
