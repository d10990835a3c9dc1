package io.daybook.analytics.pricing.kernel;

/**
 * Decides about a price, from its inputs alone: the same inputs give the same decision, to the last bit, on any
 * machine.
 */
public final class PricingKernel {

    /** Of the arithmetic; another one where the same inputs may give another decision. */
    public static final String VERSION = "pricing-2";

    /** What a price promises. */
    public static final String FORMULA =
            "(p - worth) * sold(exp(a - b*x - g*c)), x = log(p / reference), c = exp(x) - 1 - x, straight beyond half and twice";

    private PricingKernel() {}

    /** Looks for a price among all that the guardrails allow. */
    public static PricingDecision decide(PricingInputs inputs) {
        return decide(
                inputs, PricePoints.within(inputs.guardrails(), inputs.price().amount()));
    }

    /** Looks for a price among those that a shop has chosen itself, as far as the guardrails allow them. */
    public static PricingDecision decideAmong(PricingInputs inputs, PricePoints chosen) {
        long inForce = inputs.price().amount();
        Guardrails guardrails = inputs.guardrails();
        return decide(inputs, chosen.between(guardrails.lowest(inForce), guardrails.highest(inForce)));
    }

    private static PricingDecision decide(PricingInputs inputs, PricePoints points) {
        DemandEstimate estimate = inputs.estimate().shrunkTo(inputs.category());
        Verdict obstacle = obstacle(inputs);
        if (obstacle != Verdict.MOVE) {
            return unmoved(obstacle, inputs.price().amount(), estimate);
        }
        long inForce = inputs.price().amount();
        if (points.size() == 0) {
            return unmoved(Verdict.NO_PRICE, inForce, estimate);
        }
        Strategy strategy = inputs.strategy();
        // a price outside its own limits is not one to stay at
        double notable = inputs.guardrails().contain(inForce) ? strategy.notable() : Double.NEGATIVE_INFINITY;
        PriceChoice choice = PriceChoiceKernel.choose(
                points,
                inForce,
                estimate,
                worth(inputs),
                inputs.stock(),
                strategy.exploration(),
                notable,
                new StableRandom(StableRandom.hash(inputs.sku() + "/" + inputs.position() + "/" + inputs.at())));
        return new PricingDecision(
                choice.price() == inForce ? Verdict.KEEP : Verdict.MOVE,
                choice.price(),
                choice.best(),
                choice.gain(),
                choice.elasticity(),
                estimate.elasticityError());
    }

    private static Verdict obstacle(PricingInputs inputs) {
        if (inputs.strategy().mode() == Mode.OFF) {
            return Verdict.OFF;
        }
        if (inputs.strategy().controls(inputs.sku())) {
            return Verdict.CONTROL;
        }
        Verdict frozen = FreezeKernel.verdict(inputs.source());
        if (frozen != Verdict.MOVE) {
            return frozen;
        }
        boolean tooSoon = inputs.at()
                .isBefore(inputs.price().since().plus(inputs.guardrails().minimumInterval()));
        return tooSoon ? Verdict.TOO_SOON : Verdict.MOVE;
    }

    private static double worth(PricingInputs inputs) {
        if (inputs.strategy().objective() == Objective.REVENUE) {
            return 0;
        }
        return inputs.stock() == null
                ? (double) inputs.cost() / PricePoints.UNIT
                : inputs.stock().worth();
    }

    private static PricingDecision unmoved(Verdict verdict, long inForce, DemandEstimate estimate) {
        return new PricingDecision(verdict, inForce, inForce, 0, estimate.elasticity(), estimate.elasticityError());
    }
}
