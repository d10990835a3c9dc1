package io.daybook.command.catalog;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.catalog.command.DescribeProduct;
import io.daybook.api.catalog.command.ProductFacts;
import io.daybook.api.catalog.command.RegisterProduct;
import io.daybook.api.catalog.command.ReviseProduct;
import io.daybook.api.catalog.command.WithdrawProduct;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.catalog.event.ProductWithdrawn;
import io.daybook.command.platform.IdNamesSameContent;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A product: registered, revised any number of times, withdrawn for good. */
@Aggregate(commandTargetResolver = "byAggregateId", cache = "aggregateCache")
class Product {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private @Nullable ProductRegistered registered;
    private String name = "";
    private @Nullable String category;
    private boolean withdrawn;

    Product() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterProduct command) {
        ProductRegistered registration =
                new ProductRegistered(command.sku(), command.name(), command.stocked(), command.category());
        if (registered == null) {
            apply(registration);
            return;
        }
        new IdNamesSameContent(command.sku(), registered.equals(registration)).enforce();
    }

    @CommandHandler
    void decide(ReviseProduct command) {
        new ProductIsOnSale(command.sku(), withdrawn).enforce();
        if (!name.equals(command.name()) || !Objects.equals(category, command.category())) {
            apply(new ProductRevised(command.sku(), command.name(), command.category()));
        }
    }

    @CommandHandler
    void decide(WithdrawProduct command) {
        if (!withdrawn) {
            apply(new ProductWithdrawn(command.sku(), command.reason()));
        }
    }

    @CommandHandler
    ProductFacts answer(DescribeProduct question) {
        return new ProductFacts(registered != null && registered.stocked(), withdrawn);
    }

    @EventSourcingHandler
    void on(ProductRegistered event) {
        id = "product:" + event.sku();
        registered = event;
        name = event.name();
        category = event.category();
    }

    @EventSourcingHandler
    void on(ProductRevised event) {
        name = event.name();
        category = event.category();
    }

    @EventSourcingHandler
    void on(ProductWithdrawn event) {
        withdrawn = true;
    }
}
