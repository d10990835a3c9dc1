package io.daybook.api.order.command;

import io.daybook.api.Command;
import io.daybook.api.Require;
import io.daybook.api.order.event.OrderLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes goods back whose order is not known, at the prices given; the same return again changes nothing. */
public record AcceptReturn(
        String returnId,
        @Nullable String customerId,
        String country,
        String currency,
        Instant returnedAt,
        List<OrderLine> lines)
        implements Command {
    public AcceptReturn {
        returnId = Require.identifier(returnId, "returnId");
        customerId = Require.identifierOrNull(customerId, "customerId");
        country = Require.text(country, "country");
        currency = Require.currency(currency, "currency");
        Require.time(returnedAt, "returnedAt");
        lines = OrderLine.checked(lines);
    }

    @Override
    public String aggregateId() {
        return "return:" + returnId;
    }

    @Override
    public boolean opensStream() {
        return true;
    }
}
