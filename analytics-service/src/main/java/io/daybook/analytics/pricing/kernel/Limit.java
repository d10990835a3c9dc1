package io.daybook.analytics.pricing.kernel;

import org.jspecify.annotations.Nullable;

/** What kept the engine from a price beyond the one it chose. */
public enum Limit {
    FLOOR,
    CEILING,
    LARGEST_STEP;

    /**
     * The limit at which the price that promised most lies; null where it lies between the limits, or none was looked
     * for.
     */
    static @Nullable Limit thatStopped(PricingDecision decision, long inForce, Guardrails guardrails) {
        if (decision.verdict() != Verdict.MOVE && decision.verdict() != Verdict.KEEP) {
            return null;
        }
        PricePoints points = PricePoints.within(guardrails, inForce);
        if (points.size() > 1 && decision.best() == points.at(0)) {
            return guardrails.lowest(inForce) > guardrails.floor() ? LARGEST_STEP : FLOOR;
        }
        if (points.size() > 1 && decision.best() == points.at(points.size() - 1)) {
            return guardrails.highest(inForce) < guardrails.ceiling() ? LARGEST_STEP : CEILING;
        }
        return null;
    }
}
