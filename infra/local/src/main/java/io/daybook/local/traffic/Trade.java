package io.daybook.local.traffic;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order, or a return of goods whose order is not known: who, where, when and what. */
public record Trade(String id, @Nullable String customerId, String country, Instant at, List<TradeLine> lines) {
    public Trade {
        lines = List.copyOf(lines);
    }
}
