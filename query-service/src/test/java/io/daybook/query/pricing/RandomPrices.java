package io.daybook.query.pricing;

import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceExplanation;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.pricing.event.PricingPolicySet;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.query.platform.model.Recorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** A stream of the events of one price, such as the aggregate lets happen, at random from a seed. */
final class RandomPrices {

    static final String SKU = "85123A";
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final PriceExplanation WHY = new PriceExplanation(
            BigDecimal.ONE, BigDecimal.ONE, List.of(), "CEILING", 1L, 0, "model 1", List.of(), BEGIN);

    private final Random random;
    private final int stepMinutes;
    private final TreeMap<Instant, PriceScheduled> pending = new TreeMap<>();
    private final List<Recorded<PricingEvent>> events = new ArrayList<>();
    private Instant now = BEGIN;
    private BigDecimal amount = new BigDecimal("50.00");

    private RandomPrices(long seed, int stepMinutes) {
        this.random = new Random(seed);
        this.stepMinutes = stepMinutes;
    }

    /** So many events; the time between two is up to twice the mean. */
    static List<Recorded<PricingEvent>> events(long seed, int count, Duration mean) {
        RandomPrices prices = new RandomPrices(seed, Math.toIntExact(2 * mean.toMinutes()));
        prices.add(new ListPriceSet(SKU, prices.amount, "GBP", prices.now));
        while (prices.events.size() < count) {
            prices.next();
        }
        return prices.events;
    }

    private void next() {
        now = now.plus(Duration.ofMinutes(1 + random.nextInt(stepMinutes)));
        pending.headMap(now, true).clear();
        switch (random.nextInt(8)) {
            case 0, 1 -> schedule();
            case 2 -> cancel();
            case 3 -> add(new PricingPolicySet(SKU, "GBP", BigDecimal.ONE, BigDecimal.TEN, null, "PT0S", null, "OFF"));
            case 4 -> add(new ListPriceSet(SKU, price(), "GBP", now));
            default -> add(new PriceChanged(SKU, "P-" + events.size(), price(), "GBP", now, null, WHY));
        }
    }

    private void schedule() {
        Instant start = now.plus(Duration.ofMinutes(1 + random.nextInt(4 * stepMinutes)));
        if (!pending.containsKey(start)) {
            PriceScheduled event = new PriceScheduled(SKU, "S-" + events.size(), price(), "GBP", start, now, null);
            pending.put(start, event);
            add(event);
        }
    }

    private void cancel() {
        if (!pending.isEmpty()) {
            PriceScheduled called = pending.remove(pending.lastKey());
            add(new ScheduledPriceCancelled(SKU, called.scheduleId(), "no", now));
        }
    }

    /** Mostly a little less than the last one, so that there are long series of reductions. */
    private BigDecimal price() {
        BigDecimal step = BigDecimal.valueOf(random.nextInt(100), 2);
        BigDecimal lower = amount.subtract(step);
        boolean rises = random.nextInt(12) == 0 || lower.signum() <= 0;
        amount = rises ? amount.add(BigDecimal.valueOf(random.nextInt(2000), 2)) : lower;
        return amount;
    }

    private void add(PricingEvent event) {
        events.add(new Recorded<>(event, "price:" + SKU, 10L + 3L * events.size(), events.size(), now));
    }
}
