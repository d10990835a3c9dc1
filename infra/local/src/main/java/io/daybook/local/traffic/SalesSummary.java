package io.daybook.local.traffic;

import java.math.BigDecimal;

/** The shop's figures as the query-service has them. */
public record SalesSummary(
        String currency,
        BigDecimal revenue,
        long units,
        long orders,
        long customers,
        long products,
        Cancellations cancellations) {

    public record Cancellations(long count, BigDecimal amount) {}
}
