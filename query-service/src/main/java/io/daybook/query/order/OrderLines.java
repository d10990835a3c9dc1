package io.daybook.query.order;

import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.query.OrderLineView;
import io.daybook.api.order.query.RefusedLineView;
import io.daybook.query.platform.Json;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Table;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** The lines of an order, written once when it is placed, and those refused, when it is rejected. */
final class OrderLines {

    static final Json<List<OrderLineView>> LINES = Json.of(new TypeReference<List<OrderLineView>>() {});
    static final Json<List<RefusedLineView>> REFUSED_LINES = Json.of(new TypeReference<List<RefusedLineView>>() {});

    private static final Table<Placed> PLACED_TABLE = Table.<Placed>named("order_lines")
            .text("order_id", Placed::orderId)
            .text("lines", placed -> LINES.text(placed.lines()))
            .read(row -> new Placed(row.getString("order_id"), LINES.value(row.getString("lines"))));

    private static final Table<Refused> REFUSED_TABLE = Table.<Refused>named("order_refused_lines")
            .text("order_id", Refused::orderId)
            .text("refused", refused -> REFUSED_LINES.text(refused.lines()))
            .read(row -> new Refused(row.getString("order_id"), REFUSED_LINES.value(row.getString("refused"))));

    static final ReadModel<Placed, OrderPlaced> PLACED = ReadModel.ofAggregates(
            PLACED_TABLE,
            OrderPlaced.class,
            "order:",
            OrderPlaced::orderId,
            (_, placed) -> new Placed(placed.orderId(), Lines.shown(placed.lines())));

    static final ReadModel<Refused, OrderRejected> REFUSED = ReadModel.ofAggregates(
            REFUSED_TABLE,
            OrderRejected.class,
            "order:",
            OrderRejected::orderId,
            (_, rejected) -> new Refused(rejected.orderId(), Lines.refused(rejected.refusals())));

    private OrderLines() {}

    record Placed(String orderId, List<OrderLineView> lines) {}

    record Refused(String orderId, List<RefusedLineView> lines) {}
}
