package io.daybook.api.stock.command;

import io.daybook.api.Command;

/** A command to the stock item of this SKU. */
public sealed interface StockCommand extends Command
        permits ReceiveStock,
                ReserveStock,
                ReleaseReservation,
                ExpireReservation,
                DispatchReserved,
                CountStock,
                WriteOffStock {

    String sku();

    @Override
    default String aggregateId() {
        return "stock:" + sku();
    }
}
