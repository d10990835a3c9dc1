package io.daybook.local.demo;

import io.daybook.local.traffic.Trade;
import io.daybook.local.traffic.TradeLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What visitors do before they order, and those who only look: each session looks at a few products that have to do
 * with one another, the same article in other colours. The same orders give the same visits, each activity with an id
 * of its own.
 */
final class SimulatedVisits {

    private static final long SEED = 20_261_006L;
    private static final int LOOKERS_PER_ORDER = 2;
    private static final int MOST_LOOKS = 6;

    private final RandomGenerator random = new SplittableRandom(SEED);
    private final List<Product> goods;
    private final List<String> lines = new ArrayList<>();

    SimulatedVisits(List<Product> goods) {
        this.goods = goods;
    }

    /** One activity each, in JSON. */
    List<String> lines(List<Trade> orders) {
        for (Trade order : orders) {
            endingIn(order);
            for (int looker = 1; looker <= LOOKERS_PER_ORDER; looker++) {
                looking("visit-" + order.id() + "-" + looker, order.country(), order.at());
            }
        }
        return List.copyOf(lines);
    }

    private void endingIn(Trade order) {
        Visit visit = new Visit(
                "visit-" + order.id(),
                order.customerId(),
                order.country(),
                order.at().minusSeconds(1_500));
        for (TradeLine line : order.lines()) {
            if (line.sku().equals(Assortment.POSTAGE.sku())) {
                continue;
            }
            Product product = product(line.sku());
            if (random.nextInt(4) == 0) {
                visit.add("Searched").put("text", product.name().toLowerCase(Locale.ROOT));
            }
            if (random.nextInt(2) == 0) {
                visit.add("ProductViewed").put("sku", like(product).sku());
            }
            visit.add("ProductViewed").put("sku", product.sku());
            visit.add("AddedToCart").put("sku", product.sku()).put("quantity", line.quantity());
        }
        visit.end();
    }

    private void looking(String session, String country, Instant around) {
        Visit visit = new Visit(session, null, country, around.minusSeconds(random.nextInt(7_200)));
        double drawn = random.nextDouble();
        Product product = goods.get((int) (drawn * drawn * goods.size()));
        int looks = 1 + random.nextInt(MOST_LOOKS);
        for (int look = 0; look < looks; look++) {
            visit.add("ProductViewed").put("sku", product.sku());
            product = like(product);
        }
        if (random.nextInt(8) == 0) {
            visit.add("AddedToCart").put("sku", product.sku()).put("quantity", 1);
            visit.add("RemovedFromCart").put("sku", product.sku()).put("quantity", 1);
        }
        visit.end();
    }

    private Product product(String sku) {
        return goods.stream()
                .filter(product -> product.sku().equals(sku))
                .findFirst()
                .orElse(Assortment.BELL);
    }

    /** Another colour of it, as a rule; now and then the next in the assortment. */
    private Product like(Product product) {
        String article = product.sku().substring(0, product.sku().indexOf('-'));
        List<Product> alike = goods.stream()
                .filter(other -> other.sku().startsWith(article) && random.nextInt(3) > 0)
                .toList();
        return alike.isEmpty() ? goods.get(random.nextInt(goods.size())) : alike.get(random.nextInt(alike.size()));
    }

    /** A session that goes on, its activities some seconds apart. */
    private final class Visit {

        private final String session;
        private final @Nullable String customer;
        private final String country;
        private final List<ObjectNode> activities = new ArrayList<>();
        private Instant at;

        Visit(String session, @Nullable String customer, String country, Instant start) {
            this.session = session;
            this.customer = customer;
            this.country = country;
            this.at = start;
        }

        ObjectNode add(String type) {
            at = at.plusSeconds(5 + random.nextInt(60));
            ObjectNode activity = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", type)
                    .put("activityId", session + "/" + (activities.size() + 1))
                    .put("sessionId", session)
                    .put("country", country)
                    .put("at", at.toString());
            if (customer != null) {
                activity.put("customerId", customer);
            }
            activities.add(activity);
            return activity;
        }

        void end() {
            activities.forEach(activity -> lines.add(activity.toString()));
        }
    }
}
