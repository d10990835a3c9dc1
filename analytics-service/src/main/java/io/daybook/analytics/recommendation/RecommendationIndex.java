package io.daybook.analytics.recommendation;

import io.daybook.analytics.recommendation.kernel.Items;
import io.daybook.analytics.recommendation.kernel.TrailIndex;
import io.daybook.api.activity.Activity;
import io.daybook.api.activity.AddedToCart;
import io.daybook.api.activity.CustomerForgotten;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.activity.RecommendationClicked;
import io.daybook.api.activity.RecommendationShown;
import io.daybook.api.activity.RemovedFromCart;
import io.daybook.api.activity.Searched;
import io.daybook.api.activity.SessionForgotten;
import io.daybook.api.catalog.event.CatalogEvent;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.stock.event.StockEvent;
import org.jspecify.annotations.Nullable;

/**
 * All that recommendations are made of, fed by one thread in the order of each topic partition, whatever the order
 * between them. A look at a product and putting it into the cart are steps of the visit; a sale is a basket, until it
 * is undone.
 */
final class RecommendationIndex {

    private static final int LONGEST_VISIT = 64;
    private static final int LONGEST_BASKET = 5_000;

    private final Items items = new Items();
    private final TrailIndex visits;
    private final TrailIndex baskets;
    private final Assortment assortment;
    private final Exposures exposures;

    RecommendationIndex(RecommendationProperties properties) {
        visits = new TrailIndex(items, LONGEST_VISIT, properties.visitAge(), properties.visitSteps());
        baskets = new TrailIndex(items, LONGEST_BASKET, properties.basketAge(), properties.basketLines());
        assortment = new Assortment(items, properties.unknownProducts(), properties.unstockedProducts());
        exposures = new Exposures(properties.clickWindow());
    }

    void apply(Activity activity) {
        switch (activity) {
            case ProductViewed view ->
                visits.record(
                        view.sessionId(),
                        view.customerId(),
                        view.sku(),
                        view.at().toEpochMilli());
            case AddedToCart add ->
                visits.record(
                        add.sessionId(), add.customerId(), add.sku(), add.at().toEpochMilli());
            case RecommendationShown shown -> exposures.shown(shown);
            case RecommendationClicked clicked -> exposures.clicked(clicked);
            case SessionForgotten forgotten -> {
                visits.forget(forgotten.sessionId(), forgotten.at().toEpochMilli());
                exposures.forgetSession(forgotten.sessionId(), forgotten.at());
            }
            case CustomerForgotten forgotten ->
                forgetCustomer(forgotten.customerId(), forgotten.at().toEpochMilli());
            case RemovedFromCart _ -> {}
            case Searched _ -> {}
        }
    }

    /** An event of the log; most tell nothing about what to recommend. */
    void applyEvent(Object event) {
        switch (event) {
            case CatalogEvent catalog -> assortment.apply(catalog);
            case StockEvent stock -> assortment.apply(stock);
            case PricingEvent pricing -> assortment.apply(pricing);
            case OrderConfirmed order -> sold(order);
            case OrderCancelled order when order.afterConfirmation() -> undone(order);
            case CustomerErased erased ->
                forgetCustomer(erased.customerId(), erased.erasedAt().toEpochMilli());
            default -> {}
        }
    }

    private void sold(OrderConfirmed order) {
        for (OrderLine line : order.lines()) {
            baskets.record(
                    order.orderId(),
                    order.customerId(),
                    line.sku(),
                    order.placedAt().toEpochMilli());
        }
    }

    private void undone(OrderCancelled order) {
        long sold = baskets.find(order.orderId())
                .map(basket -> basket.steps().lastTime())
                .orElse(Long.MIN_VALUE);
        baskets.forget(order.orderId(), Math.max(sold, order.cancelledAt().toEpochMilli()));
    }

    private void forgetCustomer(@Nullable String customer, long until) {
        if (customer != null) {
            visits.forgetCustomer(customer, until);
            baskets.forgetCustomer(customer, until);
            exposures.forgetCustomer(customer, until);
        }
    }

    Items items() {
        return items;
    }

    TrailIndex visits() {
        return visits;
    }

    TrailIndex baskets() {
        return baskets;
    }

    Assortment assortment() {
        return assortment;
    }

    Exposures exposures() {
        return exposures;
    }
}
