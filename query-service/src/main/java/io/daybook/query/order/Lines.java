package io.daybook.query.order;

import io.daybook.api.order.event.LineRefusal;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.query.OrderLineView;
import io.daybook.api.order.query.RefusedLineView;
import io.daybook.query.platform.Amounts;
import java.util.List;

/** The lines of events as they are shown. */
final class Lines {

    private Lines() {}

    static List<OrderLineView> shown(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> new OrderLineView(
                        line.line(),
                        line.sku(),
                        line.quantity(),
                        Amounts.shown(line.unitPrice()),
                        Amounts.shown(line.amount()),
                        line.priceReceipt()))
                .toList();
    }

    static List<RefusedLineView> refused(List<LineRefusal> refusals) {
        return refusals.stream()
                .map(line -> new RefusedLineView(line.line(), line.sku(), line.requested(), line.available()))
                .toList();
    }
}
