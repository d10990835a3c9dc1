package io.daybook.api.order;

import io.daybook.api.Money;
import io.daybook.api.order.command.AcceptReturn;
import io.daybook.api.order.command.CancelOrder;
import io.daybook.api.order.command.ConfirmOrder;
import io.daybook.api.order.command.PlaceOrder;
import io.daybook.api.order.command.RecordAdjustment;
import io.daybook.api.order.command.RecordPayment;
import io.daybook.api.order.command.RejectOrder;
import io.daybook.api.order.command.ReturnGoods;
import io.daybook.api.order.command.ReturnedQuantity;
import io.daybook.api.order.command.ShipOrder;
import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.LineRefusal;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
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
        return new PlaceOrder(ID, CUSTOMER, COUNTRY, CURRENCY, time, LINES);
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
        return new OrderPlaced(ID, CUSTOMER, COUNTRY, CURRENCY, PLACED_AT, LINES);
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
        return new OrderCancelled(ID, CUSTOMER, COUNTRY, CURRENCY, LATER, "changed my mind", confirmed, LINES);
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
