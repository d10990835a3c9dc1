package io.daybook.command.order;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.command.LapsedPrice;
import io.daybook.command.platform.Rejected;
import io.daybook.command.platform.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An order gets no price that is gone. The refusal has a new quote for each such line. */
record PricesStand(List<LapsedPrice> lapsed) implements Rule {

    @Override
    public boolean holds() {
        return lapsed.isEmpty();
    }

    @Override
    public RejectionCode code() {
        return lapsed.getFirst().code();
    }

    @Override
    public String explanation() {
        return lapsed.stream().map(LapsedPrice::explanation).collect(Collectors.joining("; "));
    }

    @Override
    public void enforce() {
        if (!holds()) {
            throw new Rejected(code(), explanation(), Map.of("lines", lapsed));
        }
    }
}
