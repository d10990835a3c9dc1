package io.daybook.api.order;

import io.daybook.api.Money;
import io.daybook.api.order.command.AcceptReturn;
import io.daybook.api.order.command.CancelExpired;
import io.daybook.api.order.command.CancelOrder;
import io.daybook.api.order.command.CancelUnpaid;
import io.daybook.api.order.command.ConfirmOrder;
import io.daybook.api.order.command.ForceCancellation;
import io.daybook.api.order.command.PlaceOrder;
import io.daybook.api.order.command.RecordAdjustment;
import io.daybook.api.order.command.RecordPayment;
import io.daybook.api.order.command.RejectOrder;
import io.daybook.api.order.command.ReportStall;
import io.daybook.api.order.command.ReserveOrder;
import io.daybook.api.order.command.RetryFulfilment;
import io.daybook.api.order.command.ReturnGoods;
import io.daybook.api.order.command.ReturnedQuantity;
import io.daybook.api.order.command.ShipOrder;
import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.LineRefusal;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.order.event.PaymentRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Messages about one order of two lines, six and one pieces, and about loose returns and adjustments. */
public final class Orders {

    public static final String ID = "536365";
    public static final String CUSTOMER = "17850";
    public static final String COUNTRY = "United Kingdom";
    public static final String CURRENCY = "GBP";
    public static final Instant PLACED_AT = Instant.parse("2010-12-01T08:26:00Z");
    public static final Instant LATER = Instant.parse("2010-12-02T09:00:00Z");
    public static final Instant PAY_BY = Instant.parse("2010-12-02T09:15:00Z");
    public static final Instant RESERVED_UNTIL = Instant.parse("2010-12-02T09:30:00Z");
    public static final List<OrderLine> LINES =
            List.of(line(1, "85123A", 6, "2.55", true), line(2, "POST", 1, "18.00", false));

    private Orders() {}

    public static OrderLine line(int line, String sku, long quantity, String unitPrice, boolean stocked) {
        return new OrderLine(line, sku, quantity, new BigDecimal(unitPrice), stocked);
    }

    public static PlaceOrder place() {
        return placeAt(PLACED_AT);
    }

    public static PlaceOrder placeAt(Instant time) {
        return new PlaceOrder(ID, CUSTOMER, COUNTRY, CURRENCY, time, PaymentTerms.ON_ACCOUNT, LINES);
    }

    public static PlaceOrder placeInAdvance() {
        return new PlaceOrder(ID, CUSTOMER, COUNTRY, CURRENCY, PLACED_AT, PaymentTerms.IN_ADVANCE, LINES);
    }

    public static ReserveOrder reserve() {
        return new ReserveOrder(ID, PAY_BY, RESERVED_UNTIL);
    }

    public static CancelUnpaid cancelUnpaid() {
        return new CancelUnpaid(ID, PAY_BY.plusMillis(1));
    }

    public static CancelExpired cancelExpired() {
        return new CancelExpired(ID, RESERVED_UNTIL.plusMillis(1));
    }

    public static ForceCancellation forceCancellation() {
        return new ForceCancellation(ID, "the warehouse burnt down", LATER);
    }

    public static RetryFulfilment retry(String retryId) {
        return new RetryFulfilment(ID, retryId, "power is back", LATER);
    }

    public static ReportStall reportStall(FulfilmentStep step) {
        return new ReportStall(ID, step, "power failed", LATER);
    }

    public static ConfirmOrder confirm() {
        return new ConfirmOrder(ID);
    }

    public static RejectOrder reject() {
        return new RejectOrder(ID, List.of(new LineRefusal(1, "85123A", 6, 5)));
    }

    public static RecordPayment pay(String paymentId, String amount) {
        return new RecordPayment(ID, paymentId, Money.of(amount, CURRENCY), LATER);
    }

    public static ShipOrder ship() {
        return new ShipOrder(ID, LATER);
    }

    public static CancelOrder cancel() {
        return new CancelOrder(ID, "changed my mind", LATER);
    }

    /** Returns this many pieces of line 1, once for each number. */
    public static ReturnGoods takeBack(String returnId, long... quantities) {
        return new ReturnGoods(
                ID,
                returnId,
                java.util.Arrays.stream(quantities)
                        .mapToObj(quantity -> new ReturnedQuantity(1, quantity))
                        .toList(),
                LATER);
    }

    public static AcceptReturn acceptReturn() {
        return new AcceptReturn("C536379", CUSTOMER, COUNTRY, CURRENCY, LATER, LINES);
    }

    public static RecordAdjustment adjust(String amount) {
        return new RecordAdjustment("A563185", "B", "bad debt", null, COUNTRY, Money.of(amount, CURRENCY), LATER);
    }

    public static OrderPlaced placed() {
        return placed(PaymentTerms.ON_ACCOUNT);
    }

    public static OrderPlaced placedInAdvance() {
        return placed(PaymentTerms.IN_ADVANCE);
    }

    private static OrderPlaced placed(PaymentTerms terms) {
        return new OrderPlaced(ID, CUSTOMER, COUNTRY, CURRENCY, PLACED_AT, terms.name(), LINES);
    }

    public static OrderReserved reserved() {
        return new OrderReserved(ID, PAY_BY, RESERVED_UNTIL);
    }

    public static FulfilmentRetried retried(String retryId, FulfilmentStep step, PaymentTerms terms) {
        return new FulfilmentRetried(ID, retryId, step.name(), "power is back", LATER, terms.name(), LINES);
    }

    public static FulfilmentStalled stalled(FulfilmentStep step) {
        return new FulfilmentStalled(ID, step.name(), "power failed", LATER);
    }

    public static OrderConfirmed confirmed() {
        return new OrderConfirmed(ID, CUSTOMER, COUNTRY, CURRENCY, PLACED_AT, LINES);
    }

    public static OrderRejected rejected() {
        return new OrderRejected(ID, List.of(new LineRefusal(1, "85123A", 6, 5)));
    }

    public static PaymentRecorded paid(String paymentId, String amount) {
        return new PaymentRecorded(ID, paymentId, new BigDecimal(amount), CURRENCY, LATER);
    }

    public static OrderShipped shipped() {
        return new OrderShipped(ID, LATER, LINES);
    }

    public static OrderCancelled cancelled(boolean confirmed) {
        return cancelled(CancellationCause.CUSTOMER, "changed my mind", confirmed);
    }

    public static OrderCancelled cancelled(CancellationCause cause, String reason, boolean confirmed) {
        return cancelledAt(LATER, cause, reason, confirmed);
    }

    public static OrderCancelled cancelledByOperator(boolean confirmed) {
        return cancelled(CancellationCause.OPERATOR, "the warehouse burnt down", confirmed);
    }

    public static OrderCancelled cancelledAt(Instant time, CancellationCause cause, String reason, boolean confirmed) {
        return new OrderCancelled(ID, CUSTOMER, COUNTRY, CURRENCY, time, cause.name(), reason, confirmed, LINES);
    }

    public static GoodsReturned returned(String returnId, long quantity) {
        return new GoodsReturned(
                returnId, ID, CUSTOMER, COUNTRY, CURRENCY, LATER, List.of(line(1, "85123A", quantity, "2.55", true)));
    }

    public static GoodsReturned looseReturn() {
        return new GoodsReturned("C536379", null, CUSTOMER, COUNTRY, CURRENCY, LATER, LINES);
    }

    public static AdjustmentRecorded adjusted(String amount) {
        return new AdjustmentRecorded(
                "A563185", "B", "bad debt", null, COUNTRY, new BigDecimal(amount), CURRENCY, LATER);
    }
}
