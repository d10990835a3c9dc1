package io.daybook.analytics.recommendation;

import io.daybook.analytics.recommendation.kernel.Items;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been chosen so far for one answer, each item once, within what was wished for. */
final class Selection {

    private static final int MANY = 500;

    private final Assortment assortment;
    private final Wish wish;
    private final Instant now;
    private final int room;
    private final Set<Integer> excluded = new HashSet<>();
    private final List<Choice> choices = new ArrayList<>();
    private final Map<String, Integer> byCategory = new HashMap<>();

    /** An item and why it was chosen. */
    record Choice(int item, double score, Reason because) {}

    /**
     * An empty selection.
     *
     * @param items never to be chosen: of {@code exclude} and others
     * @param room for how many, some of them in reserve
     */
    Selection(Assortment assortment, Items items, Wish wish, Instant now, int room) {
        this.assortment = assortment;
        this.wish = wish;
        this.now = now;
        this.room = room;
        wish.exclude().forEach(sku -> excluded.add(items.find(sku)));
    }

    void exclude(int item) {
        excluded.add(item);
    }

    boolean isFull() {
        return choices.size() >= room;
    }

    /** How many candidates to ask for, so that enough are left where a category may have only so many. */
    int wanted() {
        int missing = room - choices.size();
        return wish.maxPerCategory() < room ? Math.max(missing, MANY) : missing;
    }

    /** Whether it can be had and is wished for, and is not chosen yet. */
    boolean allows(int item) {
        return !excluded.contains(item) && assortment.isOffered(item) && isWished(assortment.product(item));
    }

    void offer(int item, double score, Reason because) {
        if (isFull() || !allows(item)) {
            return;
        }
        @Nullable String category = assortment.product(item).category();
        if (category == null || byCategory.merge(category, 1, Integer::sum) <= wish.maxPerCategory()) {
            choices.add(new Choice(item, score, because));
            excluded.add(item);
        }
    }

    List<Choice> choices() {
        return choices;
    }

    private boolean isWished(Product product) {
        return (wish.category() == null || wish.category().equals(product.category()))
                && ((wish.minPrice() == null && wish.maxPrice() == null) || hasPrice(product));
    }

    private boolean hasPrice(Product product) {
        Optional<Prices.Start> price = product.prices().at(now);
        return price.isPresent()
                && price.get().currency().equals(wish.currency())
                && isBetween(price.get().amount(), wish.minPrice(), wish.maxPrice());
    }

    private static boolean isBetween(BigDecimal amount, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        return (least == null || amount.compareTo(least) >= 0) && (most == null || amount.compareTo(most) <= 0);
    }
}
