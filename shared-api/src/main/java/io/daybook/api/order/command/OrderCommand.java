package io.daybook.api.order.command;

import io.daybook.api.Command;

/** A command to the order with this id. */
public sealed interface OrderCommand extends Command
        permits PlaceOrder, ConfirmOrder, RejectOrder, RecordPayment, ShipOrder, CancelOrder, ReturnGoods {

    String orderId();

    @Override
    default String aggregateId() {
        return "order:" + orderId();
    }
}
