package io.daybook.analytics.window;

import io.daybook.analytics.platform.LogOrder;
import io.daybook.analytics.window.kernel.StateInput;
import io.daybook.analytics.window.kernel.StateLog;
import io.daybook.analytics.window.kernel.StateOutput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sales by the category that a product has at their place in the log: what is revised later moves nothing that was sold
 * before, and a product without a category has no fact. Events come in any order of partitions and have their turn by
 * position; positions are dense, so the next one is known, and what comes twice is passed over.
 *
 * <pre>
 * state   'L' → last position that had its turn      'C' SKU → category      'H' position → an event that waits
 * </pre>
 */
final class SalesByCategory {

    private static final byte[] LAST = {'L'};
    private static final byte CATEGORY = 'C';
    private static final byte HELD = 'H';

    private final boolean areOrders;
    private final LogOrder<Placed> order = new LogOrder<>();
    private final Map<String, String> categories = new HashMap<>();
    private final Set<Long> storedHeld = new HashSet<>();
    private final Set<String> changed = new HashSet<>();

    /** What is added up; an order counts once for a category, however many of its SKUs are of it. */
    SalesByCategory(Measure measure) {
        this.areOrders = measure == Measure.ORDERS;
    }

    /** Takes an event and gives the sales whose turn it is now, in order. */
    List<Placed.Sales> take(Placed event) {
        List<Placed.Sales> turn = new ArrayList<>();
        for (Placed next : order.take(event.position(), event)) {
            switch (next) {
                case Placed.Other _ -> {}
                case Placed.Category product -> categorise(product);
                case Placed.Sales(long position, Reading.Facts facts) ->
                    turn.add(new Placed.Sales(position, byCategory(facts)));
            }
        }
        return turn;
    }

    private void categorise(Placed.Category product) {
        if (product.category() == null) {
            categories.remove(product.sku());
        } else {
            categories.put(product.sku(), product.category());
        }
        changed.add(product.sku());
    }

    private Reading.Facts byCategory(Reading.Facts bySku) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Reading.Fact fact : bySku.facts()) {
            Group sku = Group.of(fact.key());
            String category = categories.get(sku.key());
            if (category != null) {
                sums.merge(
                        new Group(category, sku.currency()).text(),
                        fact.value(),
                        areOrders ? BigDecimal::max : BigDecimal::add);
            }
        }
        return new Reading.Facts(
                bySku.at(),
                null,
                sums.entrySet().stream()
                        .map(sum -> new Reading.Fact(sum.getKey(), sum.getValue()))
                        .toList());
    }

    void writeChanges(StateLog log) {
        log.put(LAST, new StateOutput().putLong(order.last()).toBytes());
        for (String sku : changed) {
            String category = categories.get(sku);
            log.put(
                    new StateOutput().putByte(CATEGORY).putText(sku).toBytes(),
                    category == null
                            ? null
                            : new StateOutput().putText(category).toBytes());
        }
        changed.clear();
        order.held().forEach((position, event) -> {
            if (storedHeld.add(position)) {
                log.put(keyOf(position), Placed.bytesOf(event));
            }
        });
        storedHeld.removeIf(position -> {
            boolean isOver = position <= order.last();
            if (isOver) {
                log.put(keyOf(position), null);
            }
            return isOver;
        });
    }

    void restore(byte[] key, byte[] stored) {
        StateInput at = new StateInput(key);
        switch (at.oneByte()) {
            case CATEGORY -> categories.put(at.text(), new StateInput(stored).text());
            case HELD -> {
                Placed event = Placed.of(stored);
                order.held().put(event.position(), event);
                storedHeld.add(event.position());
            }
            default -> order.goOnFrom(new StateInput(stored).number());
        }
    }

    private static byte[] keyOf(long position) {
        return new StateOutput().putByte(HELD).putLong(position).toBytes();
    }
}
