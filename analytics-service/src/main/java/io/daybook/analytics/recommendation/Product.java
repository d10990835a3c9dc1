package io.daybook.analytics.recommendation;

import io.daybook.api.catalog.event.CatalogEvent;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.catalog.event.ProductWithdrawn;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceProposalDeclined;
import io.daybook.api.pricing.event.PriceProposalRejected;
import io.daybook.api.pricing.event.PriceProposed;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.pricing.event.PricingPolicySet;
import io.daybook.api.pricing.event.PricingStrategySet;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.api.stock.event.ReservationExpired;
import io.daybook.api.stock.event.ReservationRefused;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockCounted;
import io.daybook.api.stock.event.StockDispatched;
import io.daybook.api.stock.event.StockEvent;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.api.stock.event.StockWrittenOff;
import org.jspecify.annotations.Nullable;

/** What decides whether a product may be shown: a fold of the events of its catalog entry, stock and price. */
record Product(
        boolean registered,
        @Nullable String name,
        @Nullable String category,
        boolean stocked,
        boolean withdrawn,
        long available,
        Prices prices) {

    static final Product UNKNOWN = new Product(false, null, null, true, false, 0, Prices.NONE);

    Product after(CatalogEvent event) {
        return switch (event) {
            case ProductRegistered e ->
                new Product(true, e.name(), e.category(), e.stocked(), false, available, prices);
            case ProductRevised e -> new Product(true, e.name(), e.category(), stocked, withdrawn, available, prices);
            case ProductWithdrawn _ -> new Product(registered, name, category, stocked, true, available, prices);
        };
    }

    Product after(StockEvent event) {
        return switch (event) {
            case StockReceived e -> withMore(e.quantity());
            case StockReserved e -> withMore(-e.quantity());
            case ReservationReleased e -> withMore(e.quantity());
            case ReservationExpired e -> withMore(e.quantity());
            case StockCounted e -> withMore(e.difference());
            case StockWrittenOff e -> withMore(-e.quantity());
            case StockDispatched _ -> this;
            case ReservationRefused _ -> this;
        };
    }

    Product after(PricingEvent event) {
        return switch (event) {
            case ListPriceSet e -> with(prices.with(e.amount(), e.currency(), e.validFrom(), null));
            case PriceChanged e -> with(prices.with(e.amount(), e.currency(), e.changedAt(), null));
            case PriceScheduled e -> with(prices.with(e.amount(), e.currency(), e.startsAt(), e.scheduleId()));
            case ScheduledPriceCancelled e -> with(prices.without(e.scheduleId()));
            case PricingPolicySet _ -> this;
            case PricingStrategySet _ -> this;
            case PriceProposed _ -> this;
            case PriceProposalDeclined _ -> this;
            case PriceProposalRejected _ -> this;
        };
    }

    private Product withMore(long pieces) {
        return new Product(registered, name, category, stocked, withdrawn, available + pieces, prices);
    }

    private Product with(Prices changed) {
        return new Product(registered, name, category, stocked, withdrawn, available, changed);
    }
}
