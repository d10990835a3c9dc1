package io.daybook.analytics.pricing.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the engine over what happened to a SKU, as it would have run live: before each stretch of time it decides by
 * what had been seen until then, and its price stays its own from then on; then it sees what was sold at the price that
 * was really asked. Where humans set another price, the engine goes on from that, as it would have.
 *
 * <p>What it would have earned nobody can know. The report gives what the demand model makes of it: the pieces really
 * sold, times the ratio of demand at the engine's price to demand at the real one, by one elasticity, for many draws of
 * those that the whole history leaves possible; the curvature, which a history of few prices hardly tells, is left out.
 * Where the two are further apart than by half, it takes what was really earned, and counts that. Nothing in it shows
 * that the engine would have caused a difference.
 */
public final class BacktestKernel {

    /** No model knows demand at a price so much dearer or cheaper than the one that was asked. */
    private static final double APART = 1.5;

    private final String sku;
    private final Guardrails guardrails;
    private final Strategy strategy;
    private final long cost;
    private final DemandKernel demand;
    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
    private PriceNow price;
    private double lastAsked;

    /**
     * A stretch of time.
     *
     * @param at its start
     * @param asked the price that was really asked
     * @param proposed what the engine would have asked
     * @param sold the pieces that were really sold
     * @param moved whether the engine would have moved its price at the start
     */
    public record Stretch(Instant at, double asked, double proposed, double sold, boolean moved) {}

    /** Starts with the price in force before the first stretch. */
    public BacktestKernel(
            String sku, PriceNow start, Guardrails guardrails, Strategy strategy, long cost, DemandTuning tuning) {
        this(
                sku,
                start,
                guardrails,
                strategy,
                cost,
                new DemandKernel((double) start.amount() / PricePoints.UNIT, tuning));
    }

    /** Starts with the price in force before the first stretch, and with what is known of demand by then. */
    public BacktestKernel(
            String sku, PriceNow start, Guardrails guardrails, Strategy strategy, long cost, DemandKernel demand) {
        this.sku = sku;
        this.price = start;
        this.guardrails = guardrails;
        this.strategy = strategy;
        this.cost = cost;
        this.demand = demand;
        this.lastAsked = (double) start.amount() / PricePoints.UNIT;
    }

    /** What happened and what would have been asked, so far, in order. */
    public List<Stretch> stretches() {
        return Collections.unmodifiableList(stretches);
    }

    /** The SKU's own estimate by now, which its category may want to know. */
    public DemandEstimate estimate() {
        return demand.estimate();
    }

    /**
     * A stretch of time: decides at its start, and learns what happened in it.
     *
     * @param happened what was sold at the price that was really asked
     * @param evidence the window before it
     */
    public PricingReceipt step(
            Instant at,
            DemandObservation happened,
            CategoryPrior category,
            @Nullable StockOutlook stock,
            SourceState source,
            Evidence evidence) {
        follow(happened, at);
        PricingReceipt receipt = PricingReceipt.of(new PricingInputs(
                sku,
                evidence.lastPosition(),
                at,
                price,
                guardrails,
                strategy,
                cost,
                demand.estimate(),
                category,
                stock,
                source,
                evidence));
        PricingDecision decision = receipt.decision();
        verdicts.merge(decision.verdict(), 1, Integer::sum);
        Limit limit = Limit.thatStopped(decision, price.amount(), guardrails);
        if (limit != null) {
            limits.merge(limit, 1, Integer::sum);
        }
        if (decision.verdict() == Verdict.MOVE) {
            price = new PriceNow(decision.price(), price.version() + 1, at);
        }
        stretches.add(new Stretch(
                at,
                happened.price(),
                (double) price.amount() / PricePoints.UNIT,
                happened.sold(),
                decision.verdict() == Verdict.MOVE));
        demand.observe(happened);
        return receipt;
    }

    private void follow(DemandObservation happened, Instant at) {
        boolean isAnother = happened.price() != lastAsked;
        lastAsked = happened.price();
        if (happened.chosen() || !isAnother) {
            return;
        }
        price = new PriceNow(Math.round(happened.price() * PricePoints.UNIT), price.version() + 1, at);
    }

    /** What came of it, by so many draws of demand. */
    public BacktestReport report(CategoryPrior category, int draws) {
        return report(category, earnings(category, draws));
    }

    /** What came of it, by what {@link #earnings} gave. */
    public BacktestReport report(CategoryPrior category, double[] earnings) {
        DemandEstimate estimate = demand.estimate().shrunkTo(category);
        NineInTen range = NineInTen.of(earnings);
        double asked = 0;
        for (Stretch stretch : stretches) {
            asked += (stretch.asked() - worth()) * stretch.sold();
        }
        return new BacktestReport(
                stretches.size(),
                (int) stretches.stream().filter(stretch -> !isNear(stretch)).count(),
                Map.copyOf(verdicts),
                Map.copyOf(limits),
                volatility(stretches.stream().mapToDouble(Stretch::proposed).toArray()),
                volatility(stretches.stream().mapToDouble(Stretch::asked).toArray()),
                asked,
                earned(Demand.mean(estimate).elasticity()),
                range.low(),
                range.high());
    }

    /**
     * What the engine's prices would have earned by each of so many draws of demand; those of different SKUs are
     * independent.
     */
    public double[] earnings(CategoryPrior category, int draws) {
        DemandEstimate estimate = demand.estimate().shrunkTo(category);
        StableRandom random = new StableRandom(StableRandom.hash(sku + "/backtest"));
        double[] earned = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            earned[draw] = earned(Demand.drawn(estimate, random).elasticity());
        }
        return earned;
    }

    private double earned(double elasticity) {
        double earned = 0;
        for (Stretch stretch : stretches) {
            if (stretch.proposed() == stretch.asked() || !isNear(stretch)) {
                earned += (stretch.asked() - worth()) * stretch.sold();
            } else {
                double ratio = StrictMath.pow(stretch.proposed() / stretch.asked(), -elasticity);
                earned += (stretch.proposed() - worth()) * stretch.sold() * ratio;
            }
        }
        return earned;
    }

    private static boolean isNear(Stretch stretch) {
        double ratio = stretch.proposed() / stretch.asked();
        return ratio <= APART && ratio >= 1 / APART;
    }

    private double worth() {
        return strategy.objective() == Objective.REVENUE ? 0 : (double) cost / PricePoints.UNIT;
    }

    /** The root mean square of the logarithmic price changes from stretch to stretch. */
    private static double volatility(double[] prices) {
        double squares = 0;
        for (int index = 1; index < prices.length; index++) {
            double change = StrictMath.log(prices[index] / prices[index - 1]);
            squares += change * change;
        }
        return prices.length < 2 ? 0 : StrictMath.sqrt(squares / (prices.length - 1));
    }
}
