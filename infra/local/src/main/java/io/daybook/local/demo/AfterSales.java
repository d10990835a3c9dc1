package io.daybook.local.demo;

import io.daybook.local.traffic.ShopRequest;
import io.daybook.local.traffic.ShopRequests;
import io.daybook.local.traffic.Trade;
import io.daybook.local.traffic.TradeLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What happens to confirmed orders: paid at once, shipped a day later, some pieces sent back; one order is cancelled.
 */
final class AfterSales {

    private static final int ONE_RETURN_IN = 25;
    private static final Instant SHIPPED_BEFORE = Calendar.startOf(Calendar.FIRST_DAY.plusDays(Calendar.DAYS - 2));

    private final ShopRequests requests;
    private final List<Trade> orders;
    private final List<Trade> shipped;

    AfterSales(ShopRequests requests, List<Trade> orders) {
        this.requests = requests;
        this.orders = List.copyOf(orders);
        this.shipped = orders.stream()
                .filter(order -> order.at().isBefore(SHIPPED_BEFORE))
                .toList();
    }

    List<ShopRequest> payments() {
        return orders.stream()
                .map(order -> requests.payment(
                        order.id(),
                        order.id() + "/payment",
                        total(order),
                        order.at().plusSeconds(90)))
                .toList();
    }

    List<ShopRequest> shipments() {
        return shipped.stream()
                .map(order -> requests.shipment(order.id(), order.at().plus(Duration.ofHours(26))))
                .toList();
    }

    List<ShopRequest> returns() {
        return IntStream.range(0, shipped.size())
                .filter(index -> index % ONE_RETURN_IN == ONE_RETURN_IN - 1)
                .mapToObj(shipped::get)
                .map(order -> requests.orderReturn(
                        order.id(), order.id() + "/return", 1, 1, order.at().plus(Duration.ofDays(5))))
                .toList();
    }

    /** An order of which one piece came back. */
    Trade returned() {
        return shipped.get(ONE_RETURN_IN - 1);
    }

    /** The last order, which its customer thinks better of. */
    Trade cancelled() {
        return orders.getLast();
    }

    ShopRequest cancellation() {
        Trade order = cancelled();
        return requests.cancellation(order.id(), "ordered twice", order.at().plus(Duration.ofMinutes(20)));
    }

    private static BigDecimal total(Trade order) {
        return order.lines().stream().map(AfterSales::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(TradeLine line) {
        return line.unitPrice().multiply(BigDecimal.valueOf(line.quantity()));
    }
}
