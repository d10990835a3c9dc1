package io.daybook.command.pricing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.Money;
import io.daybook.api.pricing.command.QuoteListPrice;
import io.daybook.api.pricing.command.SetListPrice;
import io.daybook.api.pricing.event.ListPriceSet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The list price of a SKU, in one currency. Its times only move forward; the price of the latest time is the current one. */
@Aggregate(commandTargetResolver = "byAggregateId", cache = "aggregateCache")
class Price {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private @Nullable String currency;
    private final NavigableMap<Instant, BigDecimal> amounts = new TreeMap<>();

    Price() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetListPrice command) {
        Money price = command.price();
        new PriceKeepsItsCurrency(command.sku(), currency, price.currency()).enforce();
        BigDecimal known = amounts.get(command.validFrom());
        if (known != null && known.compareTo(price.amount()) == 0) {
            return;
        }
        new PriceTimesMoveForward(command.sku(), amounts.isEmpty() ? null : amounts.lastKey(), command.validFrom())
                .enforce();
        apply(new ListPriceSet(command.sku(), price.amount(), price.currency(), command.validFrom()));
    }

    @CommandHandler
    Money answer(QuoteListPrice question) {
        if (currency == null) {
            throw new IllegalStateException("a price without a currency: " + question.sku());
        }
        return new Money(amounts.lastEntry().getValue(), currency);
    }

    @EventSourcingHandler
    void on(ListPriceSet event) {
        id = "price:" + event.sku();
        currency = event.currency();
        amounts.put(event.validFrom(), event.amount());
    }
}
