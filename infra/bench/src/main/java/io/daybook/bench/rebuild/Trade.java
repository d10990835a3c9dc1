package io.daybook.bench.rebuild;

import io.daybook.api.catalog.command.RegisterProduct;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.order.command.AcceptReturn;
import io.daybook.api.order.command.ConfirmOrder;
import io.daybook.api.order.command.PlaceOrder;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.pricing.command.SetListPrice;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.stock.command.ReceiveStock;
import io.daybook.api.stock.command.ReserveStock;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Trade with about the mix of events that the import of the Online Retail year leaves: of a hundred, 78 are
 * reservations, 16 prices, 5 orders placed and confirmed. Few products make most of the lines; the same seed makes the
 * same trade. Each event has an actor, as in the real shop: a shop of each country orders, an automation reserves, but
 * one of some thousand reservations, which a shop makes itself.
 */
public final class Trade {

    private static final int SKUS = 4_000;
    private static final int CUSTOMERS = 4_300;
    private static final double POPULARITY = 2.5;
    private static final int USUAL_LINES = 24;
    private static final int MOST_LINES = 200;
    private static final int PRICES_OF_ORDER = 5;
    private static final int ORDERS_TO_RETURN = 8;
    private static final int MOST_RETURNED = 4;
    private static final int MOST_PIECES = 24;
    private static final int DEAREST = 1_500;
    private static final long PLENTY = 10_000_000;
    private static final Instant OPENED = Instant.parse("2025-12-01T08:00:00Z");
    private static final Duration BETWEEN_ORDERS = Duration.ofMinutes(15);
    private static final String CURRENCY = "GBP";
    private static final int OPERATORS = 7;
    private static final int ORDERS_TO_ONE_BY_HAND = 500;
    private static final String PRICING = "pricing-engine";
    private static final String FULFILMENT = "WhenOrderPlacedReserveStock";
    private static final String RETURNS = "WhenGoodsReturnedReceiveStock";
    private static final String[] COUNTRIES = {"United Kingdom", "United Kingdom", "United Kingdom", "Germany", "France"
    };

    private final Random random;
    private final Log log;
    private long events;
    private long orders;
    private long requests;

    /** Where events go. */
    @FunctionalInterface
    public interface Log {
        /** Takes the next event of an aggregate. */
        void add(String aggregateId, Object event, Origin origin) throws IOException;
    }

    public Trade(long seed, Log log) {
        this.random = new Random(seed);
        this.log = (aggregateId, event, origin) -> {
            events++;
            log.add(aggregateId, event, origin);
        };
    }

    /** Trades until there are at least so many events. */
    public void until(long wanted) throws IOException {
        for (int number = 0; number < SKUS; number++) {
            String sku = sku(number);
            Origin opening = request("operator-" + number % OPERATORS);
            log.add(
                    "product:" + sku,
                    new ProductRegistered(sku, "WHITE HANGING HEART T-LIGHT HOLDER", true, null),
                    opening.by(RegisterProduct.class));
            log.add(
                    "stock:" + sku,
                    new StockReceived(sku, "R-1", PLENTY, "DELIVERY", OPENED),
                    opening.by(ReceiveStock.class));
            setPrice(sku, OPENED, opening);
        }
        while (events < wanted) {
            sell();
        }
    }

    private void sell() throws IOException {
        String order = order(++orders);
        Instant at = OPENED.plus(BETWEEN_ORDERS.multipliedBy(orders));
        String customer = customer(random);
        String country = COUNTRIES[random.nextInt(COUNTRIES.length)];
        // many are short, some are very long
        List<OrderLine> lines = lines(1 + (int) Math.min(MOST_LINES, -Math.log(1 - random.nextDouble()) * USUAL_LINES));
        for (int price = 0; price < PRICES_OF_ORDER; price++) {
            setPrice(popular(random), at, request(PRICING));
        }
        Origin placing = request("shop-" + country.toLowerCase(Locale.ROOT).replace(' ', '-'));
        log.add(
                "order:" + order,
                new OrderPlaced(order, customer, country, CURRENCY, at, "ON_ACCOUNT", lines),
                placing.by(PlaceOrder.class));
        Origin automatic = placing.reaction(FULFILMENT, eventId(events));
        for (OrderLine line : lines) {
            boolean byHand = line.line() == 1 && orders % ORDERS_TO_ONE_BY_HAND == 0;
            log.add(
                    "stock:" + line.sku(),
                    new StockReserved(line.sku(), line.reservationId(order), line.quantity()),
                    (byHand ? placing : automatic).by(ReserveStock.class));
        }
        log.add(
                "order:" + order,
                new OrderConfirmed(order, customer, country, CURRENCY, at, lines),
                automatic.by(ConfirmOrder.class));
        if (orders % ORDERS_TO_RETURN == 0) {
            takeBack("C" + order, customer, country, at);
        }
    }

    private void takeBack(String note, String customer, String country, Instant at) throws IOException {
        List<OrderLine> lines = lines(1 + random.nextInt(MOST_RETURNED));
        Origin accepting = request("returns-desk");
        log.add(
                "return:" + note,
                new GoodsReturned(note, null, customer, country, CURRENCY, at, lines),
                accepting.by(AcceptReturn.class));
        Origin automatic = accepting.reaction(RETURNS, eventId(events));
        for (OrderLine line : lines) {
            String receipt = note + "/" + line.line();
            log.add(
                    "stock:" + line.sku(),
                    new StockReceived(line.sku(), receipt, line.quantity(), "RETURN", at),
                    automatic.by(ReceiveStock.class));
        }
    }

    private List<OrderLine> lines(int count) {
        List<OrderLine> lines = new ArrayList<>(count);
        for (int line = 1; line <= count; line++) {
            lines.add(new OrderLine(line, popular(random), 1 + random.nextInt(MOST_PIECES), price(), true));
        }
        return lines;
    }

    private void setPrice(String sku, Instant at, Origin origin) throws IOException {
        log.add("price:" + sku, new ListPriceSet(sku, price(), CURRENCY, at), origin.by(SetListPrice.class));
    }

    private Origin request(String actor) {
        return Origin.request(actor, requestId(++requests));
    }

    static String requestId(long number) {
        return "019b0000-0000-7000-8000-%012x".formatted(number);
    }

    static String order(long number) {
        return Long.toString(500_000 + number);
    }

    /** The id of the event at a position. */
    static String eventId(long position) {
        return "019a0000-0000-7000-8000-%012x".formatted(position);
    }

    private BigDecimal price() {
        return BigDecimal.valueOf(10 + random.nextInt(DEAREST), 2);
    }

    static String popular(Random random) {
        return sku((int) (SKUS * Math.pow(random.nextDouble(), POPULARITY)));
    }

    private static String sku(int number) {
        return "T" + (10_000 + number);
    }

    static String customer(Random random) {
        return Integer.toString(12_000 + random.nextInt(CUSTOMERS));
    }
}
