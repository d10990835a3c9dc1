package io.daybook.bench.pricing;

import io.daybook.analytics.pricing.kernel.CategoryKernel;
import io.daybook.analytics.pricing.kernel.DemandEstimate;
import io.daybook.analytics.pricing.kernel.DemandKernel;
import io.daybook.analytics.pricing.kernel.DemandObservation;
import io.daybook.analytics.pricing.kernel.DemandTuning;
import io.daybook.analytics.pricing.kernel.Evidence;
import io.daybook.analytics.pricing.kernel.Exploration;
import io.daybook.analytics.pricing.kernel.Guardrails;
import io.daybook.analytics.pricing.kernel.Mode;
import io.daybook.analytics.pricing.kernel.Objective;
import io.daybook.analytics.pricing.kernel.PriceNow;
import io.daybook.analytics.pricing.kernel.PricePoints;
import io.daybook.analytics.pricing.kernel.PricingInputs;
import io.daybook.analytics.pricing.kernel.PricingKernel;
import io.daybook.analytics.pricing.kernel.SourceState;
import io.daybook.analytics.pricing.kernel.Strategy;
import java.time.Duration;
import java.time.Instant;

/**
 * The pricing engine: decides at the start of each block, by what its market and the others of the category have shown.
 * Unlike the other sellers it is held to a largest step and a minimum interval. It is told the history and that humans
 * chose the prices in it.
 */
final class EngineSeller implements Seller {

    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long LARGEST_STEP = 2_500;
    private static final double NOTABLE = 0.03;

    private final Market market;
    private final String sku;
    private final Strategy strategy;
    private final DemandKernel demand;
    private final PricePoints points;
    private final Guardrails guardrails;
    private CategoryKernel category;
    private int price;
    private Instant since = OPENED.minus(HOUR);
    private int exposed;
    private int sold;

    EngineSeller(Market market, String sku, Exploration exploration, DemandTuning tuning, CategoryKernel category) {
        this.market = market;
        this.sku = sku;
        this.strategy = new Strategy(
                Mode.AUTOMATIC,
                market.cost() == 0 ? Objective.REVENUE : Objective.MARGIN,
                exploration,
                NOTABLE,
                "bench",
                0);
        this.demand = new DemandKernel(market.reference(), tuning);
        this.category = category;
        this.price = market.start();
        long[] prices = new long[market.prices()];
        for (int index = 0; index < prices.length; index++) {
            prices[index] = amount(market.price(index));
        }
        this.points = PricePoints.of(prices);
        this.guardrails = new Guardrails(prices[0], prices[prices.length - 1], LARGEST_STEP, HOUR, null);
        for (Market.Seen seen : market.history()) {
            demand.observe(
                    new DemandObservation(seen.price(), seen.visitors(), seen.bought(), 1, phase(seen.block()), false));
        }
    }

    DemandEstimate estimate() {
        return demand.estimate();
    }

    /** Takes in what the category has shown by now. */
    void learn(CategoryKernel shown) {
        category = shown;
    }

    @Override
    public int ask(int arrival) {
        if (arrival % Market.BLOCK == 0) {
            decide(arrival / Market.BLOCK);
        }
        return price;
    }

    private void decide(int block) {
        Instant now = OPENED.plus(HOUR.multipliedBy(block));
        DemandEstimate estimate = demand.estimate();
        long chosen = PricingKernel.decideAmong(
                        new PricingInputs(
                                sku,
                                block,
                                now,
                                new PriceNow(points.at(price), block, since),
                                guardrails,
                                strategy,
                                amount(market.cost()),
                                estimate,
                                category.priorFor(estimate),
                                null,
                                new SourceState(1, 1, 0),
                                new Evidence(now.minus(HOUR), now, block, block, exposed, sold)),
                        points)
                .price();
        exposed = 0;
        sold = 0;
        if (chosen != points.at(price)) {
            since = now;
            price = points.indexOf(chosen);
        }
    }

    @Override
    public void saw(int arrival, int asked, boolean inStock, boolean bought) {
        exposed += inStock ? 1 : 0;
        sold += bought ? 1 : 0;
        if ((arrival + 1) % Market.BLOCK == 0) {
            demand.observe(
                    new DemandObservation(market.price(asked), exposed, sold, 1, phase(arrival / Market.BLOCK), true));
        }
    }

    private static double phase(long block) {
        return (double) Math.floorMod(block, Market.DAY) / Market.DAY;
    }

    private static long amount(double price) {
        return Math.round(price * PricePoints.UNIT);
    }
}
