package io.daybook.analytics.pricing.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the engine over what happened to a SKU, as it would have run live: before each stretch of time it decides by what had been seen until
 * then, and its price stays its own from then on; then it sees what was sold at the price that was really asked.
 *
 * <p>What it would have earned nobody can know. The report gives what the demand model makes of it: the pieces really sold, times the
 * ratio of demand at the engine's price to demand at the real one, for many draws of the coefficients that the whole history leaves
 * possible. Nothing in it shows that the engine would have caused a difference.
 */
public final class BacktestKernel {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final String sku;
    private final Guardrails guardrails;
    private final Strategy strategy;
    private final long cost;
    private final DemandKernel demand;
    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
    private PriceNow price;

    /** What was asked and sold, and what the engine would have asked. */
    private record Stretch(double asked, double proposed, double sold) {}

    /** Starts with the price in force before the first stretch. */
    public BacktestKernel(
            String sku, PriceNow start, Guardrails guardrails, Strategy strategy, long cost, DemandTuning tuning) {
        this.sku = sku;
        this.price = start;
        this.guardrails = guardrails;
        this.strategy = strategy;
        this.cost = cost;
        this.demand = new DemandKernel((double) start.amount() / PricePoints.UNIT, tuning);
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
        stretches.add(new Stretch(happened.price(), (double) price.amount() / PricePoints.UNIT, happened.sold()));
        demand.observe(happened);
        return receipt;
    }

    /** What came of it, by so many draws of demand. */
    public BacktestReport report(CategoryPrior category, int draws) {
        DemandEstimate estimate = demand.estimate().shrunkTo(category);
        StableRandom random = new StableRandom(StableRandom.hash(sku + "/backtest"));
        double[] earned = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            earned[draw] = earned(Demand.drawn(estimate, random));
        }
        Arrays.sort(earned);
        double asked = 0;
        for (Stretch stretch : stretches) {
            asked += (stretch.asked() - worth()) * stretch.sold();
        }
        return new BacktestReport(
                stretches.size(),
                Map.copyOf(verdicts),
                Map.copyOf(limits),
                volatility(stretches.stream().mapToDouble(Stretch::proposed).toArray()),
                volatility(stretches.stream().mapToDouble(Stretch::asked).toArray()),
                asked,
                earned(Demand.mean(estimate)),
                earned[(int) (LOW * (draws - 1))],
                earned[(int) (HIGH * (draws - 1))]);
    }

    private double earned(Demand drawn) {
        double earned = 0;
        for (Stretch stretch : stretches) {
            double ratio = stretch.proposed() == stretch.asked()
                    ? 1
                    : drawn.at(stretch.proposed()) / drawn.at(stretch.asked());
            earned += (stretch.proposed() - worth()) * stretch.sold() * ratio;
        }
        return earned;
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
