package io.daybook.analytics.demand;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Demand in every currency, which are never added up; {@link Account#NO_CURRENCY} for what has no price.
 *
 * @param amounts not changed any more once it is handed out
 */
record ByCurrency(Map<String, Demand> amounts) {

    static final ByCurrency NONE = new ByCurrency(Map.of());

    static ByCurrency of(String currency, Demand demand) {
        return new ByCurrency(Map.of(currency, demand));
    }

    ByCurrency plus(ByCurrency other) {
        Map<String, Demand> sum = new HashMap<>(amounts);
        other.amounts.forEach((currency, demand) -> sum.merge(currency, demand, Demand::plus));
        return new ByCurrency(sum);
    }

    ByCurrency minus(ByCurrency other) {
        Map<String, Demand> difference = new HashMap<>(amounts);
        other.amounts.forEach(
                (currency, demand) -> difference.merge(currency, Demand.NONE.minus(demand), Demand::plus));
        return new ByCurrency(difference);
    }

    /** What is sold in one currency. */
    Sales salesIn(String currency) {
        return amounts.getOrDefault(currency, Demand.NONE).sales();
    }

    /** Everything but the revenue, which is that of no currency here. */
    Demand counts() {
        return amounts.values().stream()
                .map(demand -> new Demand(
                        demand.views(),
                        demand.cartAdditions(),
                        demand.cartRemovals(),
                        demand.orders(),
                        new Sales(demand.sales().units(), Sales.NONE.revenue())))
                .reduce(Demand.NONE, Demand::plus);
    }

    /** The revenue as decimal strings, by currency. */
    Map<String, String> shownRevenue() {
        return amounts.entrySet().stream()
                .filter(amount -> !amount.getKey().equals(Account.NO_CURRENCY))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        amount -> amount.getValue().sales().shownRevenue(),
                        (one, _) -> one,
                        TreeMap::new));
    }
}
