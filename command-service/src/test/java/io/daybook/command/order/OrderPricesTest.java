package io.daybook.command.order;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.Orders;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.command.LapsedPrice;
import io.daybook.api.order.command.PlaceOrder;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.PriceReceipt;
import io.daybook.api.pricing.command.Quote;
import io.daybook.command.Fixtures;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order is compared by what was asked for, and an order on record keeps a price that is gone since. */
class OrderPricesTest {

    private final FixtureConfiguration<Order> order = Fixtures.of(Order.class);

    @Test
    void getsNoPriceThatIsGone() {
        order.givenNoPriorActivity()
                .when(place(quoted("Q-1"), List.of(lapsed())))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.QUOTE_EXPIRED));
    }

    @Test
    void keepsAPriceThatIsGoneSince() {
        order.given(placed(quoted("Q-1")))
                .when(place(quoted("Q-1"), List.of(lapsed())))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({
        "LIST,4.95,LIST,5.95,true",
        "LIST,4.95,EXPECTED,4.95,false",
        "EXPECTED,4.95,EXPECTED,4.95,true",
        "EXPECTED,4.95,EXPECTED,5.95,false"
    })
    void isTheSameWhereTheSameWasAskedFor(
            String source, String price, String otherSource, String otherPrice, boolean same) {
        var result = order.given(placed(listed(source, price, 0)))
                .when(place(listed(otherSource, otherPrice, 1), List.of()));
        if (same) {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        } else {
            result.expectNoEvents().expectException(refusal(RejectionCode.ID_TAKEN));
        }
    }

    @Test
    void isAnotherWithAnotherQuote() {
        order.given(placed(quoted("Q-1")))
                .when(place(quoted("Q-2"), List.of()))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    private static PlaceOrder place(OrderLine line, List<LapsedPrice> lapsed) {
        PlaceOrder order = Orders.placeAt(Orders.LATER);
        return new PlaceOrder(
                order.orderId(),
                order.customerId(),
                order.country(),
                order.currency(),
                order.placedAt(),
                order.paymentTerms(),
                List.of(line),
                lapsed);
    }

    private static OrderPlaced placed(OrderLine line) {
        return new OrderPlaced(
                Orders.ID,
                Orders.CUSTOMER,
                Orders.COUNTRY,
                Orders.CURRENCY,
                Orders.PLACED_AT,
                PaymentTerms.ON_ACCOUNT.name(),
                List.of(line));
    }

    private static OrderLine listed(String source, String price, long version) {
        return new OrderLine(1, "85123A", 6, new BigDecimal(price), true, PriceReceipt.list(source, version));
    }

    private static OrderLine quoted(String quoteId) {
        PriceReceipt receipt =
                new PriceReceipt(PriceReceipt.QUOTE, 0, quoteId, Orders.PLACED_AT, Orders.PLACED_AT.plusSeconds(900));
        return new OrderLine(1, "85123A", 6, new BigDecimal("4.95"), true, receipt);
    }

    private static LapsedPrice lapsed() {
        Quote quote = new Quote(
                "token",
                "Q-9",
                "85123A",
                new BigDecimal("5.95"),
                "GBP",
                1,
                Orders.LATER,
                Orders.LATER.plusSeconds(900));
        return new LapsedPrice(1, RejectionCode.QUOTE_EXPIRED, "gone", quote);
    }
}
