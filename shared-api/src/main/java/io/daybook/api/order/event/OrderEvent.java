package io.daybook.api.order.event;

/** A fact about an order, a return or an adjustment. */
public sealed interface OrderEvent
        permits OrderPlaced,
                OrderReserved,
                OrderConfirmed,
                OrderRejected,
                PaymentRecorded,
                OrderShipped,
                OrderCancelled,
                GoodsReturned,
                FulfilmentRetried,
                FulfilmentStalled,
                AdjustmentRecorded {}
