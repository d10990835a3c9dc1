package io.daybook.query.order;

import static io.daybook.query.platform.list.ValueType.DECIMAL;
import static io.daybook.query.platform.list.ValueType.INSTANT;
import static io.daybook.query.platform.list.ValueType.NUMBER;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.api.order.CancellationCause;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.query.OrderStatus;
import io.daybook.api.order.query.OrderView;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;

/** {@code GET /orders}, and those of one customer. */
final class OrderList {

    static final Listing<OrderView> ALL =
            orders().filters(Filter.of("customer", "customer_id", TEXT)).of(OrderRows.TABLE);

    static final Listing<OrderView> OF_A_CUSTOMER = orders().of(OrderRows.TABLE);

    private OrderList() {}

    private static Listing.Builder<OrderView> orders() {
        return Listing.named("orders", OrderView.class)
                .filters(
                        Filter.of("status", "status", OrderStatus.class),
                        Filter.of("country", "country", TEXT),
                        Filter.of("currency", "currency", TEXT),
                        Filter.of("paymentTerms", "payment_terms", PaymentTerms.class),
                        Filter.of("cancellationCause", "cancellation_cause", CancellationCause.class),
                        Filter.prefix("orderPrefix", "order_id"))
                .filters(Filter.range("placed", "placed_at", INSTANT))
                .filters(Filter.range("shipped", "shipped_at", INSTANT))
                .filters(Filter.range("cancelled", "cancelled_at", INSTANT))
                .filters(Filter.range("amount", "amount", DECIMAL))
                .filters(Filter.range("units", "units", NUMBER))
                .sorts(
                        Sort.by("placedAt", "placed_at", INSTANT),
                        Sort.by("amount", "amount", DECIMAL),
                        Sort.by("units", "units", NUMBER),
                        Sort.by("country", "country", TEXT),
                        Sort.byOptional("customerId", "customer_id", TEXT),
                        Sort.byOptional("shippedAt", "shipped_at", INSTANT),
                        Sort.byOptional("cancelledAt", "cancelled_at", INSTANT))
                .key(Sort.by("orderId", "order_id", TEXT))
                .order("-placedAt");
    }
}
