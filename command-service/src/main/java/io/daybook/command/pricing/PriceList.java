package io.daybook.command.pricing;

import io.daybook.api.pricing.command.PriceInForce;
import io.daybook.api.pricing.command.QuoteListPrice;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.Commands;
import io.daybook.command.platform.Defaults;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The current list prices, for the contexts that sell at them. */
@Component
public final class PriceList {

    private final Commands commands;
    private final Defaults defaults;

    PriceList(Commands commands, Defaults defaults) {
        this.commands = commands;
        this.defaults = defaults;
    }

    /** The list price of a SKU that is in force now; refused where it has none. */
    public PriceInForce find(String sku) {
        return (PriceInForce)
                Objects.requireNonNull(commands.send(new QuoteListPrice(sku, defaults.time(null)), Cause.request())
                        .answer());
    }
}
