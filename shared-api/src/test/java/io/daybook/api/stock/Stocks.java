package io.daybook.api.stock;

import io.daybook.api.stock.command.CountStock;
import io.daybook.api.stock.command.DispatchReserved;
import io.daybook.api.stock.command.ExpireReservation;
import io.daybook.api.stock.command.ReceiveStock;
import io.daybook.api.stock.command.ReleaseReservation;
import io.daybook.api.stock.command.ReserveStock;
import io.daybook.api.stock.command.WriteOffStock;
import io.daybook.api.stock.event.ReservationExpired;
import io.daybook.api.stock.event.ReservationRefused;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockCounted;
import io.daybook.api.stock.event.StockDispatched;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.api.stock.event.StockWrittenOff;
import java.time.Instant;

/** Messages about the stock of one SKU, with defaults. */
public final class Stocks {

    public static final String SKU = "85123A";
    public static final Instant TIME = Instant.parse("2010-12-01T08:00:00Z");

    private Stocks() {}

    public static ReceiveStock receive(String receiptId, long quantity) {
        return new ReceiveStock(SKU, receiptId, quantity, "DELIVERY", TIME);
    }

    public static StockReceived received(String receiptId, long quantity) {
        return new StockReceived(SKU, receiptId, quantity, "DELIVERY", TIME);
    }

    public static ReserveStock reserve(String reservationId, long quantity) {
        return new ReserveStock(SKU, reservationId, quantity);
    }

    public static StockReserved reserved(String reservationId, long quantity) {
        return new StockReserved(SKU, reservationId, quantity);
    }

    public static ReserveStock reserveUntil(String reservationId, long quantity, Instant expiresAt) {
        return new ReserveStock(SKU, reservationId, quantity, expiresAt);
    }

    public static StockReserved reservedUntil(String reservationId, long quantity, Instant expiresAt) {
        return new StockReserved(SKU, reservationId, quantity, expiresAt);
    }

    public static ExpireReservation expire(String reservationId, Instant at) {
        return new ExpireReservation(SKU, reservationId, at);
    }

    public static ReservationExpired expired(String reservationId, long quantity, Instant at) {
        return new ReservationExpired(SKU, reservationId, quantity, at);
    }

    public static ReservationRefused refused(String reservationId, long requested, long available) {
        return new ReservationRefused(SKU, reservationId, requested, available);
    }

    public static ReleaseReservation release(String reservationId) {
        return new ReleaseReservation(SKU, reservationId);
    }

    public static ReservationReleased released(String reservationId, long quantity) {
        return new ReservationReleased(SKU, reservationId, quantity);
    }

    public static DispatchReserved dispatch(String reservationId) {
        return new DispatchReserved(SKU, reservationId);
    }

    public static StockDispatched dispatched(String reservationId, long quantity) {
        return new StockDispatched(SKU, reservationId, quantity);
    }

    public static CountStock count(String countId, long counted) {
        return new CountStock(SKU, countId, counted, TIME);
    }

    public static StockCounted counted(String countId, long counted, long difference) {
        return new StockCounted(SKU, countId, counted, difference, TIME);
    }

    public static WriteOffStock writeOff(String writeOffId, long quantity) {
        return new WriteOffStock(SKU, writeOffId, quantity, "broken", TIME);
    }

    public static StockWrittenOff writtenOff(String writeOffId, long quantity) {
        return new StockWrittenOff(SKU, writeOffId, quantity, "broken", TIME);
    }
}
