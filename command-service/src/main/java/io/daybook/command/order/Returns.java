package io.daybook.command.order;

import io.daybook.api.order.command.ReturnedQuantity;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.command.platform.IdNamesSameContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came back of an order. */
final class Returns {

    private final Map<String, GoodsReturned> known = new HashMap<>();
    /** Returned pieces by line number. */
    private final Map<Integer, Long> pieces = new HashMap<>();

    /** The returned quantities as lines of the order, each once, at the price they were sold for. */
    List<OrderLine> linesOf(OrderPlaced order, List<ReturnedQuantity> quantities) {
        Map<Integer, Long> asked = new TreeMap<>();
        quantities.forEach(returned -> asked.merge(returned.line(), returned.quantity(), Long::sum));
        Map<Integer, OrderLine> sold =
                order.lines().stream().collect(Collectors.toMap(OrderLine::line, Function.identity()));
        List<OrderLine> lines = new ArrayList<>();
        asked.forEach((number, quantity) -> {
            OrderLine line = sold.get(number);
            if (line == null) {
                throw new ReturnFitsSale(number, quantity, 0).refusal();
            }
            lines.add(new OrderLine(number, line.sku(), quantity, line.unitPrice(), line.stocked()));
        });
        return List.copyOf(lines);
    }

    boolean isKnown(GoodsReturned goods) {
        GoodsReturned before = known.get(goods.returnId());
        new IdNamesSameContent(
                        goods.returnId(), before == null || before.lines().equals(goods.lines()))
                .enforce();
        return before != null;
    }

    /** Refuses more pieces of a line than were sold and have not come back yet. */
    void enforceFit(OrderPlaced order, List<OrderLine> lines) {
        Map<Integer, Long> asked = lines.stream().collect(Collectors.toMap(OrderLine::line, OrderLine::quantity));
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
