package io.daybook.query.order;

import static io.daybook.query.OrderEvents.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.order.event.PaymentRecorded;
import io.daybook.api.order.query.OrderStatus;
import io.daybook.api.order.query.OrderView;
import io.daybook.query.OrderEvents;
import io.daybook.query.platform.model.MissingRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderFoldTest {

    private static final Instant NOW = Instant.parse("2010-12-01T08:26:00Z");
    private static final OrderEvents ORDER = new OrderEvents("536365", "17850", "United Kingdom", "GBP", NOW);
    private static final OrderLine HOLDERS = line(1, "85123A", 6, "2.55");
    private static final OrderLine PENNIES = line(2, "PADS", 1, "0.001");

    private static OrderView placed() {
        return OrderFold.apply(null, ORDER.placed(HOLDERS, PENNIES));
    }

    @Test
    void beginsPlacedWithTheWorthOfItsLines() {
        OrderView view = placed();

        assertThat(view.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(view.lineCount()).isEqualTo(2);
        assertThat(view.units()).isEqualTo(7);
        assertThat(view.amount()).isEqualTo(new BigDecimal("15.301"));
    }

    @Test
    void isConfirmedPaidAndShipped() {
        OrderView confirmed = OrderFold.apply(placed(), ORDER.confirmed(HOLDERS, PENNIES));
        OrderView paid =
                OrderFold.apply(confirmed, new PaymentRecorded("536365", "P-1", new BigDecimal("10.30"), "GBP", NOW));
        OrderView paidAgain =
                OrderFold.apply(paid, new PaymentRecorded("536365", "P-2", new BigDecimal("5.001"), "GBP", NOW));
        OrderView shipped = OrderFold.apply(paidAgain, new OrderShipped("536365", NOW.plusSeconds(9), List.of()));

        assertThat(confirmed.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(shipped.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(shipped.paid()).isEqualTo(new BigDecimal("15.301"));
        assertThat(shipped.shippedAt()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void isReturnedWhenEveryPieceHasComeBack() {
        OrderView shipped = OrderFold.apply(placed(), new OrderShipped("536365", NOW, List.of()));
        OrderView some = OrderFold.apply(shipped, ORDER.returned("R-1", line(1, "85123A", 6, "2.55")));
        OrderView all = OrderFold.apply(some, ORDER.returned("R-2", PENNIES));

        assertThat(some.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(some.returnedUnits()).isEqualTo(6);
        assertThat(some.returnedAmount()).isEqualTo(new BigDecimal("15.30"));
        assertThat(all.status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(all.returnedAmount()).isEqualTo(all.amount());
    }

    @Test
    void isRejectedOrCancelled() {
        assertThat(OrderFold.apply(placed(), new OrderRejected("536365", List.of()))
                        .status())
                .isEqualTo(OrderStatus.REJECTED);
        OrderView cancelled = OrderFold.apply(placed(), ORDER.cancelled(false, HOLDERS, PENNIES));
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.cancellationReason()).isEqualTo("changed my mind");
    }

    @Test
    void refusesAChangeOfWhatWasNeverPlaced() {
        assertThatThrownBy(() -> OrderFold.apply(null, ORDER.confirmed(HOLDERS)))
                .isInstanceOf(MissingRow.class);
    }

    @Test
    void returnsOfUnknownOrdersAndAdjustmentsBelongToNoOrder() {
        assertThat(OrderFold.orderId(ORDER.returnedWithoutOrder("C536379", HOLDERS)))
                .isNull();
        assertThat(OrderFold.orderId(ORDER.adjusted("A563185", "B", "11062.06")))
                .isNull();
        assertThat(OrderFold.orderId(ORDER.returned("R-1", HOLDERS))).isEqualTo("536365");
    }
}
