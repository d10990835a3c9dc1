package io.daybook.api.order.command;

import io.daybook.api.Require;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.event.OrderLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places an order with every line priced; the same order again changes nothing, also where the prices that it left to
 * us or cited have changed since. {@code placedAt} is business time.
 *
 * @param lapsed the lines whose price is gone; a new order with such a line is refused
 */
public record PlaceOrder(
        String orderId,
        @Nullable String customerId,
        String country,
        String currency,
        Instant placedAt,
        PaymentTerms paymentTerms,
        List<OrderLine> lines,
        List<LapsedPrice> lapsed)
        implements OrderCommand {
    public PlaceOrder {
        orderId = Require.identifier(orderId, "orderId");
        customerId = Require.identifierOrNull(customerId, "customerId");
        country = Require.text(country, "country");
        currency = Require.currency(currency, "currency");
        Require.time(placedAt, "placedAt");
        Require.present(paymentTerms, "paymentTerms");
        lines = OrderLine.checked(lines);
        lapsed = List.copyOf(lapsed);
    }

    /** An order whose prices all stand. */
    public PlaceOrder(
            String orderId,
            @Nullable String customerId,
            String country,
            String currency,
            Instant placedAt,
            PaymentTerms paymentTerms,
            List<OrderLine> lines) {
        this(orderId, customerId, country, currency, placedAt, paymentTerms, lines, List.of());
    }

    @Override
    public boolean opensStream() {
        return true;
    }
}
