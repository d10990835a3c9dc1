package io.daybook.command.order;

import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.PriceReceipt;
import java.math.BigDecimal;
import java.util.List;

/**
 * Lines as their caller asked for them: without the prices that were left to us, and without the versions of the price
 * list.
 */
record AskedLines(List<OrderLine> lines) {

    static AskedLines of(List<OrderLine> lines) {
        return new AskedLines(lines.stream().map(AskedLines::asked).toList());
    }

    /** The lines of an order that is on record where the same are asked for again, else those asked for. */
    static List<OrderLine> again(List<OrderLine> recorded, List<OrderLine> asked) {
        return of(recorded).equals(of(asked)) ? recorded : asked;
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
