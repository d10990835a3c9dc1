package io.daybook.api.order.command;

import io.daybook.api.Command;

/** A command to the order with this id. */
public sealed interface OrderCommand extends Command
        permits PlaceOrder,
                ReserveOrder,
                ConfirmOrder,
                RejectOrder,
                RecordPayment,
                ShipOrder,
                CancelOrder,
                CancelUnpaid,
                CancelExpired,
                ForceCancellation,
                ReturnGoods,
                RetryFulfilment,
                ReportStall {

    String orderId();

    @Override
    default String aggregateId() {
        return "order:" + orderId();
    }
}
