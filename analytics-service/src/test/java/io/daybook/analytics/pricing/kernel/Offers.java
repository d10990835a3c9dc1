package io.daybook.analytics.pricing.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What decisions are made from, with defaults. */
final class Offers {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Duration HOUR = Duration.ofHours(1);
    static final SourceState FLOWING = new SourceState(1_000, 990, 0);
    static final Evidence EVIDENCE = new Evidence(NOON.minus(HOUR), NOON, 17, 404, 120, 9);

    private static final List<Mode> MODES = List.of(Mode.values());

    private Offers() {}

    static long amount(double units) {
        return Math.round(units * PricePoints.UNIT);
    }

    /** Demand that is known for sure: without curvature the elasticity is the same at every price. */
    static DemandEstimate certain(double elasticity, double curvature) {
        return new DemandEstimate(8, -2.5, elasticity, curvature, 0, 0, 0, 0, 0, 0);
    }

    static DemandEstimate uncertain() {
        return new DemandEstimate(8, -2.5, 2.4, 1.9, 0.04, 0.25, 0.5, 0.01, -0.02, 0.1);
    }

    static Strategy strategy(Mode mode, Exploration exploration) {
        return new Strategy(mode, Objective.MARGIN, exploration, 0.01, "spring", 0);
    }

    static Guardrails guardrails() {
        return new Guardrails(amount(4), amount(16), 2_000L, HOUR, ".95");
    }

    static PricingInputs inputs() {
        return inputs(strategy(Mode.AUTOMATIC, Exploration.THOMPSON), NOON.minus(HOUR), FLOWING, null);
    }

    static PricingInputs inputs(Strategy strategy, Instant since, SourceState source, @Nullable StockOutlook stock) {
        return new PricingInputs(
                "MUG-CREAM",
                404,
                NOON,
                new PriceNow(amount(9.95), 3, since),
                guardrails(),
                strategy,
                amount(5),
                uncertain(),
                new CategoryPrior(2.2, 0.3),
                stock,
                source,
                EVIDENCE);
    }

    /** Any inputs there may be. */
    static PricingInputs random(SplittableRandom random) {
        double reference = 1 + 20 * random.nextDouble();
        long price = Math.max(1, amount(reference * (0.6 + random.nextDouble())) / 100 * 100);
        double level = random.nextDouble();
        double elasticity = random.nextDouble();
        double curvature = random.nextDouble();
        return new PricingInputs(
                "SKU " + random.nextInt(1_000),
                random.nextLong(1L << 40),
                NOON.plusNanos(random.nextLong(1L << 50)),
                new PriceNow(price, random.nextInt(100), NOON.minusSeconds(random.nextInt(7_200))),
                new Guardrails(
                        price / 2,
                        price * 2,
                        random.nextBoolean() ? 1L + random.nextInt(3_000) : null,
                        Duration.ofSeconds(random.nextInt(3_600)),
                        random.nextInt(3) == 0 ? ".99" : null),
                new Strategy(
                        MODES.get(random.nextInt(MODES.size())),
                        random.nextBoolean() ? Objective.MARGIN : Objective.REVENUE,
                        random.nextBoolean() ? Exploration.THOMPSON : Exploration.NONE,
                        random.nextDouble() / 20,
                        "trial " + random.nextInt(3),
                        random.nextDouble() / 4),
                price / 2,
                new DemandEstimate(
                        reference,
                        -3 * random.nextDouble(),
                        3 * random.nextDouble(),
                        3 * random.nextDouble(),
                        level,
                        elasticity,
                        curvature,
                        0.3 * StrictMath.sqrt(level * elasticity),
                        -0.2 * StrictMath.sqrt(level * curvature),
                        0.1 * StrictMath.sqrt(elasticity * curvature)),
                new CategoryPrior(1 + 2 * random.nextDouble(), 0.05 + random.nextDouble()),
                random.nextBoolean()
                        ? null
                        : new StockOutlook(random.nextInt(200), 2_000 * random.nextDouble(), reference / 3),
                new SourceState(500 * random.nextDouble(), random.nextInt(500), random.nextInt(10) == 0 ? 3 : 0),
                new Evidence(NOON.minus(HOUR), NOON, 1, 1 + random.nextInt(99), random.nextInt(99), random.nextInt(9)));
    }
}
