package io.daybook.e2e.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The requests of one client, as its random numbers have them: all sorts, on few things, so that clients get in each
 * other's way. Half of the bookings and orders name their ids; the other half get them at every sending anew, so that
 * nothing but the key tells that they came before.
 */
final class ShopTraffic {

    private static final int PRODUCTS = 12;
    private static final int LARGEST_BOOKING = 40;
    private static final int REMEMBERED = 30;

    private final String client;
    private final Random random;
    private final List<String> orders = new ArrayList<>();
    private int products;
    private int ids;

    ShopTraffic(String client, Random random) {
        this.client = client;
        this.random = random;
    }

    /** What the shop needs to be open: every product, priced, with some pieces on hand. */
    static List<ShopRequest> opening() {
        return IntStream.range(0, PRODUCTS)
                .mapToObj(ShopTraffic::sku)
                .flatMap(sku -> List.of(
                        ShopRequest.post("/products", "{\"sku\":\"%s\",\"name\":\"A THING\"}".formatted(sku)),
                        ShopRequest.put(
                                "/products/" + sku + "/list-price", "{\"amount\":\"2.50\",\"currency\":\"GBP\"}"),
                        ShopRequest.post("/stock/" + sku + "/receipts", "{\"quantity\":100}"))
                        .stream())
                .toList();
    }

    ShopRequest next() {
        int dice = random.nextInt(100);
        if (dice < 30) {
            return order();
        }
        if (dice < 45 && !orders.isEmpty()) {
            return ofOrder();
        }
        String stock = "/stock/" + sku(random.nextInt(PRODUCTS));
        int quantity = 1 + random.nextInt(LARGEST_BOOKING);
        if (dice < 65) {
            return ShopRequest.post(stock + "/receipts", "{%s\"quantity\":%d}".formatted(id("receiptId"), quantity));
        }
        if (dice < 72) {
            return ShopRequest.post(stock + "/counts", "{%s\"counted\":%d}".formatted(id("countId"), quantity * 4));
        }
        if (dice < 85) {
            return ShopRequest.post(
                    stock + "/write-offs",
                    "{%s\"quantity\":%d,\"reason\":\"broken\"}".formatted(id("writeOffId"), quantity));
        }
        if (dice < 95) {
            return ShopRequest.put(
                    "/products/" + sku(random.nextInt(PRODUCTS)) + "/list-price",
                    "{\"amount\":\"%d.50\",\"currency\":\"GBP\"}".formatted(1 + random.nextInt(9)));
        }
        return ShopRequest.post(
                "/products", "{\"sku\":\"%s-%d\",\"name\":\"A NOVELTY\"}".formatted(client, products++));
    }

    /** Takes notice of an order that is on record. */
    void ordered(String orderId) {
        orders.add(orderId);
        if (orders.size() > REMEMBERED) {
            orders.removeFirst();
        }
    }

    private ShopRequest order() {
        List<String> lines = new ArrayList<>();
        for (int line = random.nextInt(3); line >= 0; line--) {
            lines.add("{\"sku\":\"%s\",\"quantity\":%d}"
                    .formatted(sku(random.nextInt(PRODUCTS)), 1 + random.nextInt(LARGEST_BOOKING / 2)));
        }
        return ShopRequest.post(
                "/orders",
                "{%s\"country\":\"United Kingdom\",\"currency\":\"GBP\",\"lines\":[%s]}"
                        .formatted(id("orderId"), String.join(",", lines)));
    }

    private ShopRequest ofOrder() {
        String order = "/orders/" + orders.get(random.nextInt(orders.size()));
        return switch (random.nextInt(3)) {
            case 0 -> ShopRequest.post(order + "/cancellation", "{\"reason\":\"changed my mind\"}");
            case 1 ->
                ShopRequest.post(
                        order + "/payments", "{%s\"amount\":\"2.50\",\"currency\":\"GBP\"}".formatted(id("paymentId")));
            default -> ShopRequest.post(order + "/shipment", "{}");
        };
    }

    private String id(String field) {
        return random.nextBoolean() ? "" : "\"%s\":\"%s-%d\",".formatted(field, client, ids++);
    }

    private static String sku(int number) {
        return "THING-" + number;
    }
}
