package io.daybook.command.order;

import io.daybook.api.order.command.LapsedPrice;
import io.daybook.api.order.event.OrderLine;
import java.util.List;

/** The priced lines of an order, and those of them whose price is gone. */
record SoldLines(List<OrderLine> lines, List<LapsedPrice> lapsed) {}
