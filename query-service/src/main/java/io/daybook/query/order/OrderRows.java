package io.daybook.query.order;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.CancellationCause;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.query.OrderStatus;
import io.daybook.api.order.query.OrderView;
import io.daybook.query.platform.Columns;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Rows;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** The orders without their lines, which stand beside them: a change of status never rewrites those. */
@Component
final class OrderRows extends Rows<OrderView> {

    static final Table<OrderView> TABLE = Table.<OrderView>named("customer_order")
            .text("order_id", OrderView::orderId)
            .text("customer_id", OrderView::customerId)
            .text("country", OrderView::country)
            .text("currency", OrderView::currency)
            .instant("placed_at", OrderView::placedAt)
            .text("payment_terms", OrderView::paymentTerms)
            .text("status", OrderView::status)
            .number("line_count", OrderView::lineCount)
            .number("units", OrderView::units)
            .decimal("amount", OrderView::amount)
            .decimal("paid", OrderView::paid)
            .number("returned_units", OrderView::returnedUnits)
            .decimal("returned_amount", OrderView::returnedAmount)
            .instant("shipped_at", OrderView::shippedAt)
            .instant("cancelled_at", OrderView::cancelledAt)
            .text("cancellation_cause", OrderView::cancellationCause)
            .text("cancellation_reason", OrderView::cancellationReason)
            .read(OrderRows::view);

    static final ReadModel<OrderView, OrderEvent> MODEL =
            ReadModel.ofAggregates(TABLE, OrderEvent.class, "order:", OrderFold::orderId, OrderFold::apply);

    OrderRows(Lookup lookup) {
        super(lookup, MODEL, RejectionCode.ORDER_UNKNOWN);
    }

    private static OrderView view(ResultSet row) throws SQLException {
        return new OrderView(
                row.getString("order_id"),
                row.getString("customer_id"),
                row.getString("country"),
                row.getString("currency"),
                Columns.instant(row, "placed_at"),
                PaymentTerms.valueOf(row.getString("payment_terms")),
                OrderStatus.valueOf(row.getString("status")),
                row.getInt("line_count"),
                row.getLong("units"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("paid"),
                row.getLong("returned_units"),
                row.getBigDecimal("returned_amount"),
                Columns.instantOrNull(row, "shipped_at"),
                Columns.instantOrNull(row, "cancelled_at"),
                Columns.constant(row, "cancellation_cause", CancellationCause.class),
                row.getString("cancellation_reason"));
    }
}
