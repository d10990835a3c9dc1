package io.daybook.command.pricing;

import io.daybook.api.Money;
import io.daybook.api.pricing.command.QuoteListPrice;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.Commands;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The current list prices, for the contexts that sell at them. */
@Component
public final class PriceList {

    private final Commands commands;

    PriceList(Commands commands) {
        this.commands = commands;
    }

    /** The current list price of a SKU; refused where it has none. */
    public Money find(String sku) {
        return (Money) Objects.requireNonNull(
                commands.send(new QuoteListPrice(sku), Cause.request()).answer());
    }
}
