package io.daybook.command.order;

import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.PriceReceipt;
import java.math.BigDecimal;

/** An order as its caller asked for it: without the prices that were left to us, and the versions of the price list. */
record AskedOrder(OrderPlaced order) {

    static AskedOrder of(OrderPlaced placed) {
        return new AskedOrder(new OrderPlaced(
                placed.orderId(),
                placed.customerId(),
                placed.country(),
                placed.currency(),
                placed.placedAt(),
                placed.lines().stream().map(AskedOrder::asked).toList()));
    }

    private static OrderLine asked(OrderLine line) {
        PriceReceipt receipt = line.priceReceipt();
        if (receipt == null || receipt.source().equals(PriceReceipt.QUOTE)) {
            return line;
        }
        boolean expected = receipt.source().equals(PriceReceipt.EXPECTED);
        return new OrderLine(
                line.line(),
                line.sku(),
                line.quantity(),
                expected ? line.unitPrice() : BigDecimal.ZERO,
                line.stocked(),
                PriceReceipt.list(receipt.source(), 0));
    }
}
