package io.daybook.query.order;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.query.ReturnView;
import io.daybook.query.platform.Columns;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Rows;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import io.daybook.query.platform.model.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Goods that came back, written once, by position: a return of an order has an id of its own only within that order.
 */
@Component
final class ReturnRows extends Rows<ReturnRows.Numbered> {

    static final Table<Numbered> TABLE = Table.<Numbered>named("goods_return")
            .number("number", Numbered::position)
            .text("return_id", of(ReturnView::returnId))
            .text("order_id", of(ReturnView::orderId))
            .text("customer_id", of(ReturnView::customerId))
            .text("country", of(ReturnView::country))
            .text("currency", of(ReturnView::currency))
            .instant("returned_at", of(ReturnView::returnedAt))
            .number("units", of(ReturnView::units))
            .decimal("amount", of(ReturnView::amount))
            .text("lines", of(view -> OrderLines.LINES.text(view.lines())))
            .read(ReturnRows::view);

    static final ReadModel<Numbered, GoodsReturned> MODEL =
            ReadModel.ofEvents(TABLE, GoodsReturned.class, ReturnRows::shown);

    /** A return and the position of its event. */
    record Numbered(long position, ReturnView view) {}

    ReturnRows(Lookup lookup) {
        super(lookup, MODEL, RejectionCode.ORDER_UNKNOWN);
    }

    private static Function<Numbered, @Nullable Object> of(Function<ReturnView, @Nullable Object> value) {
        return numbered -> value.apply(numbered.view());
    }

    private static Numbered shown(Recorded<GoodsReturned> recorded) {
        GoodsReturned event = recorded.event();
        return new Numbered(
                recorded.position(),
                new ReturnView(
                        event.returnId(),
                        event.orderId(),
                        event.customerId(),
                        event.country(),
                        event.currency(),
                        event.returnedAt(),
                        OrderFold.units(event.lines()),
                        OrderFold.amount(event.lines()),
                        Lines.shown(event.lines())));
    }

    private static Numbered view(ResultSet row) throws SQLException {
        return new Numbered(
                row.getLong("number"),
                new ReturnView(
                        row.getString("return_id"),
                        row.getString("order_id"),
                        row.getString("customer_id"),
                        row.getString("country"),
                        row.getString("currency"),
                        Columns.instant(row, "returned_at"),
                        row.getLong("units"),
                        row.getBigDecimal("amount"),
                        OrderLines.LINES.value(row.getString("lines"))));
    }
}
