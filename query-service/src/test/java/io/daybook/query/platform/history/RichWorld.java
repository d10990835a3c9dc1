package io.daybook.query.platform.history;

import static io.daybook.query.OrderEvents.line;

import io.daybook.api.alert.Alerts;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.catalog.event.ProductWithdrawn;
import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.operation.event.OperationEnded;
import io.daybook.api.operation.event.OperationStarted;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.api.order.event.LineRefusal;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.order.event.PaymentRecorded;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceExplanation;
import io.daybook.api.pricing.event.PriceInput;
import io.daybook.api.pricing.event.PriceProposalDeclined;
import io.daybook.api.pricing.event.PriceProposalRejected;
import io.daybook.api.pricing.event.PriceProposed;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.PricingPolicySet;
import io.daybook.api.pricing.event.PricingStrategySet;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.api.stock.event.ReservationExpired;
import io.daybook.api.stock.event.ReservationRefused;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockCounted;
import io.daybook.api.stock.event.StockDispatched;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.api.stock.event.StockWrittenOff;
import io.daybook.api.watch.Watches;
import io.daybook.query.EventLog;
import io.daybook.query.OrderEvents;
import io.daybook.query.Sealing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A few entities of every kind, to which everything happens that can, in an order that depends on the seed. */
final class RichWorld {

    /** Finer than what tables keep, as a caller may send it. */
    private static final Instant NOW = Instant.parse("2011-06-14T09:30:00.123456789Z");

    private static final Instant TO_COME = Instant.parse("2099-01-01T00:00:00Z");
    private static final PersonalData ANN = new PersonalData("Ann Lee", "ann@example.com", null);
    private static final PersonalData BOB = new PersonalData("Bob Lee", "bob@example.com", null);

    private final String name;
    private final Map<String, Deque<Object>> toCome = new LinkedHashMap<>();
    private final List<String> paths = new ArrayList<>();

    /**
     * A world in which nothing has happened yet.
     *
     * @param name begins the ids of all that is in it
     */
    RichWorld(String name, int size, Sealing sealing) {
        this.name = name;
        for (int number = 0; number < size; number++) {
            String id = name + "-" + number;
            product(id);
            price(id);
            stock(id);
            orders(id);
            customer(id, sealing);
            operation(id);
            alert(id);
            watch(id);
        }
    }

    /** The addresses of everything that has one. */
    List<String> paths() {
        return paths;
    }

    /** The types of all that is to happen. */
    Set<Class<?>> types() {
        Set<Class<?>> types = new HashSet<>();
        toCome.values().forEach(events -> events.forEach(event -> types.add(event.getClass())));
        return types;
    }

    /** Lets everything happen: what happens to one entity in its order, all else in any. */
    void happen(EventLog log, Random random) {
        List<String> ids = new ArrayList<>(toCome.keySet());
        while (!ids.isEmpty()) {
            String id = ids.get(random.nextInt(ids.size()));
            Deque<Object> events = toCome.getOrDefault(id, new ArrayDeque<>());
            log.append(id, events.removeFirst());
            if (events.isEmpty()) {
                ids.remove(id);
            }
        }
    }

    private void script(String aggregateId, Object... events) {
        toCome.put(aggregateId, new ArrayDeque<>(List.of(events)));
    }

    private void product(String sku) {
        paths.add("/products/" + sku);
        script(
                "product:" + sku,
                new ProductRegistered(sku, "FIRST", true, null),
                new ProductRevised(sku, "SECOND", "Home"),
                new ProductWithdrawn(sku, "no longer made"));
    }

    private void price(String sku) {
        for (String part : List.of("", "/changes", "/changes?limit=2&sort=position", "/reductions", "/lowest")) {
            paths.add("/products/" + sku + "/price" + part);
        }
        paths.add("/products/" + sku + "/list-price");
        script(
                "price:" + sku,
                new ListPriceSet(sku, new BigDecimal("9.50"), "GBP", NOW),
                new PricingPolicySet(
                        sku, "GBP", BigDecimal.ONE, BigDecimal.TEN, new BigDecimal("0.1"), "P1D", ".99", "APPROVAL"),
                new PricingStrategySet(
                        sku,
                        "GBP",
                        "SHADOW",
                        "MARGIN",
                        "NONE",
                        new BigDecimal("0.02"),
                        "spring",
                        new BigDecimal("0.1"),
                        new BigDecimal("4.00"),
                        null,
                        null),
                new PriceScheduled(sku, "S-1", new BigDecimal("5.00"), "GBP", TO_COME, NOW, null),
                new PriceScheduled(sku, "S-2", new BigDecimal("4.00"), "GBP", TO_COME.plusSeconds(1), NOW, "a sale"),
                new PriceProposed(sku, "P-1", new BigDecimal("8.99"), "GBP", NOW.plusSeconds(1), null, why("8.99")),
                new PriceChanged(sku, "P-1", new BigDecimal("8.99"), "GBP", NOW.plusSeconds(2), "ann", why("8.99")),
                new PriceProposalDeclined(sku, "P-2", "GBP", "MINIMUM_INTERVAL", null, NOW.plusSeconds(3), why("7.99")),
                new PriceProposed(sku, "P-3", new BigDecimal("7.99"), "GBP", NOW.plusSeconds(4), null, why("7.99")),
                new PriceProposalRejected(sku, "P-3", "too near Christmas", NOW.plusSeconds(5)),
                new ScheduledPriceCancelled(sku, "S-1", "sold out", NOW.plusSeconds(6)),
                new ListPriceSet(sku, new BigDecimal("7.50"), "GBP", NOW.plus(Duration.ofDays(1))));
    }

    private static PriceExplanation why(String amount) {
        return new PriceExplanation(
                new BigDecimal(amount),
                new BigDecimal("9.50"),
                List.of("CEILING"),
                "CEILING",
                1L,
                0,
                "model 1",
                List.of(new PriceInput("stock", "120"), new PriceInput("demand", "3")),
                NOW);
    }

    private void stock(String sku) {
        paths.add("/stock/" + sku);
        script(
                "stock:" + sku,
                new StockReceived(sku, "R-1", 100, "DELIVERY", NOW),
                new StockReserved(sku, "O-1/1", 10),
                new ReservationRefused(sku, "O-2/1", 500, 90),
                new ReservationReleased(sku, "O-1/1", 10),
                new StockReserved(sku, "O-3/1", 7, TO_COME),
                new ReservationExpired(sku, "O-3/1", 7, NOW),
                new StockReserved(sku, "O-4/1", 5),
                new StockDispatched(sku, "O-4/1", 5),
                new StockCounted(sku, "C-1", 90, -5, NOW),
                new StockWrittenOff(sku, "W-1", 2, "broken", NOW));
    }

    private void orders(String id) {
        OrderLine[] lines = {line(1, id, 2, "9.50"), line(2, id, 1, "0.001")};
        OrderEvents sold = order(id + "-SOLD");
        script(
                "order:" + sold.orderId(),
                sold.placed(lines),
                sold.confirmed(lines),
                new PaymentRecorded(sold.orderId(), "PAY-1", new BigDecimal("19.001"), "GBP", NOW),
                new OrderShipped(sold.orderId(), NOW, List.of(lines)),
                sold.returned("RET-1", line(1, id, 1, "9.50")),
                sold.returned("RET-2", line(1, id, 1, "9.50"), line(2, id, 1, "0.001")));
        OrderEvents advance = order(id + "-ADVANCE");
        script(
                "order:" + advance.orderId(),
                new OrderPlaced(advance.orderId(), null, "France", "GBP", NOW, "IN_ADVANCE", List.of(lines)),
                new FulfilmentStalled(advance.orderId(), "RESERVE", "power failed", NOW),
                new FulfilmentRetried(
                        advance.orderId(), "T-1", "RESERVE", "power is back", NOW, "IN_ADVANCE", List.of(lines)),
                new OrderReserved(advance.orderId(), NOW.plusSeconds(900), NOW.plusSeconds(1_800)),
                advance.cancelled(false, lines));
        OrderEvents refused = order(id + "-REFUSED");
        script(
                "order:" + refused.orderId(),
                refused.placed(lines),
                new OrderRejected(refused.orderId(), List.of(new LineRefusal(1, id, 2, 1))));
        OrderEvents undone = order(id + "-UNDONE");
        script(
                "order:" + undone.orderId(),
                undone.placed(lines),
                undone.confirmed(lines),
                undone.cancelled(true, lines));
        script("return:" + id, sold.returnedWithoutOrder(id, lines));
        script("adjustment:" + id, sold.adjusted(id, id, "-12.50"));
    }

    private OrderEvents order(String orderId) {
        paths.add("/orders/" + orderId);
        return new OrderEvents(orderId, name, "United Kingdom", "GBP", NOW);
    }

    private void customer(String id, Sealing sealing) {
        paths.add("/customers/" + id);
        paths.add("/customers/" + id + "-GONE");
        script("customer:" + id, sealing.registered(id, ANN), sealing.revised(id, BOB));
        script(
                "customer:" + id + "-GONE",
                sealing.registered(id + "-GONE", ANN),
                sealing.revised(id + "-GONE", BOB),
                new CustomerErased(id + "-GONE", "REQUESTED_BY_CUSTOMER", NOW));
        sealing.destroy(id + "-GONE");
    }

    private void alert(String id) {
        paths.add("/alerts/" + id);
        script("alert:" + id, Alerts.raised(id), Alerts.acknowledged(id), Alerts.resolved(id));
    }

    private void watch(String id) {
        paths.add("/watches/" + id);
        script(
                "watch:" + id,
                Watches.defined(id, 1, Watches.band()),
                Watches.defined(id, 2, Watches.stuck()),
                Watches.retired(id));
    }

    private void operation(String id) {
        paths.add("/operations/" + id);
        script(
                "operation:" + id,
                new OperationStarted(id, "processor.pause", "stock", Map.of("until", "5"), "ann", "a trial", NOW),
                new OperationEnded(id, "SUCCEEDED", "done", NOW));
    }
}
