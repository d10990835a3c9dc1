package io.daybook.api.order.command;

import io.daybook.api.Require;
import io.daybook.api.order.event.OrderLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places an order with every line priced; the same order again changes nothing. {@code placedAt} is business time. */
public record PlaceOrder(
        String orderId,
        @Nullable String customerId,
        String country,
        String currency,
        Instant placedAt,
        List<OrderLine> lines)
        implements OrderCommand {
    public PlaceOrder {
        orderId = Require.identifier(orderId, "orderId");
        customerId = Require.identifierOrNull(customerId, "customerId");
        country = Require.text(country, "country");
        currency = Require.currency(currency, "currency");
        Require.time(placedAt, "placedAt");
        lines = OrderLine.checked(lines);
    }

    @Override
    public boolean opensStream() {
        return true;
    }
}
