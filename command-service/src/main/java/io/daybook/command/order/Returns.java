package io.daybook.command.order;

import io.daybook.api.order.command.ReturnedQuantity;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.command.platform.IdNamesSameContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What came back of an order. */
final class Returns {

    private final Map<String, GoodsReturned> known = new HashMap<>();
    /** Returned pieces by line number. */
    private final Map<Integer, Long> pieces = new HashMap<>();

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** The returned quantities as lines of the order, at the price they were sold for. */
    List<OrderLine> linesOf(OrderPlaced order, List<ReturnedQuantity> quantities) {
        return quantities.stream()
                .map(returned -> order.lines().stream()
                        .filter(line -> line.line() == returned.line())
                        .findFirst()
                        .map(sold -> new OrderLine(
                                sold.line(), sold.sku(), returned.quantity(), sold.unitPrice(), sold.stocked()))
                        .orElseThrow(() -> new ReturnFitsSale(returned.line(), returned.quantity(), 0).refusal()))
                .toList();
    }

    boolean isKnown(GoodsReturned goods) {
        GoodsReturned before = known.get(goods.returnId());
        new IdNamesSameContent(goods.returnId(), before == null || before.equals(goods)).enforce();
        return before != null;
    }

    /** Refuses more pieces of a line than were sold and have not come back yet. */
    void enforceFit(OrderPlaced order, List<OrderLine> lines) {
        Map<Integer, Long> asked = new HashMap<>();
        lines.forEach(line -> asked.merge(line.line(), line.quantity(), Long::sum));
        for (OrderLine sold : order.lines()) {
            long open = sold.quantity() - pieces.getOrDefault(sold.line(), 0L);
            new ReturnFitsSale(sold.line(), asked.getOrDefault(sold.line(), 0L), open).enforce();
        }
    }

    void add(GoodsReturned goods) {
        known.put(goods.returnId(), goods);
        goods.lines().forEach(line -> pieces.merge(line.line(), line.quantity(), Long::sum));
    }
}
