package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.api.watch.Grouping;
import io.daybook.api.watch.Measure;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an event counts for: once for the whole shop, once for each category it touches, once for its country. Events
 * tell neither all: the category of a product and the country of an order that is not decided yet are remembered from
 * earlier ones.
 */
public final class Facts {

    private static final Set<String> UNPAID = Set.of("PAYMENT_OVERDUE", "RESERVATION_EXPIRED");

    private final Changes<String, String> categories = new Changes<>();
    private final OpenOrders orders = new OpenOrders();

    Changes<String, String> categories() {
        return categories;
    }

    OpenOrders orders() {
        return orders;
    }

    /** Remembers the category of a product, and counts nothing. */
    void learn(LogEvent event) {
        if (!event.type().equals("ProductRegistered") && !event.type().equals("ProductRevised")) {
            return;
        }
        String category = event.texts().isEmpty() ? "" : event.texts().getFirst();
        if (category.isEmpty()) {
            categories.remove(event.subject());
        } else {
            categories.put(event.subject(), category);
        }
    }

    void count(LogEvent event, Minute minute) {
        learn(event);
        switch (event.type()) {
            case "OrderPlaced" -> once(Measure.ORDERS, event, event.country(), minute);
            case "OrderConfirmed" -> worth(event, minute);
            case "OrderRejected" -> once(Measure.REFUSALS, event, orders.countryOf(event.subject()), minute);
            case "OrderCancelled" -> {
                if (!event.texts().isEmpty() && UNPAID.contains(event.texts().getFirst())) {
                    once(Measure.PAYMENT_FAILURES, event, event.country(), minute);
                }
            }
            case "ReservationRefused" ->
                once(Measure.STOCK_OUTS, event, orders.countryOf(event.texts().getFirst()), minute);
            case "ListPriceSet", "PriceChanged" -> once(Measure.PRICE_MOVES, event, "", minute);
            case LogEvent.VISITS ->
                minute.count(
                        new Series(LogEvent.VISITS, "", Grouping.NONE, ""),
                        event.lines().getFirst().worth(),
                        event.position());
            default -> {
                // counts for nothing
            }
        }
    }

    private void once(Measure measure, LogEvent event, String country, Minute minute) {
        minute.count(Series.whole(measure, ""), 1, event.position());
        if (!country.isEmpty()) {
            minute.count(new Series(measure.name(), "", Grouping.COUNTRY, country), 1, event.position());
        }
        Set<String> touched = new TreeSet<>();
        event.lines().forEach(line -> touched.add(categoryOf(line.sku())));
        touched.remove("");
        touched.forEach(category ->
                minute.count(new Series(measure.name(), "", Grouping.CATEGORY, category), 1, event.position()));
    }

    private void worth(LogEvent event, Minute minute) {
        String currency = event.currency();
        long total = event.lines().stream().mapToLong(LogEvent.Line::worth).sum();
        minute.count(Series.whole(Measure.REVENUE, currency), total, event.position());
        minute.count(
                new Series(Measure.REVENUE.name(), currency, Grouping.COUNTRY, event.country()),
                total,
                event.position());
        Map<String, Long> byCategory = new TreeMap<>();
        event.lines().forEach(line -> byCategory.merge(categoryOf(line.sku()), line.worth(), Long::sum));
        byCategory.remove("");
        byCategory.forEach((category, worth) -> minute.count(
                new Series(Measure.REVENUE.name(), currency, Grouping.CATEGORY, category), worth, event.position()));
    }

    private String categoryOf(String sku) {
        return categories.getOrDefault("product:" + sku, "");
    }
}
