package io.daybook.analytics.pricing;

import io.daybook.analytics.pricing.kernel.PricingDecision;
import io.daybook.analytics.pricing.kernel.PricingReceipt;
import java.time.Instant;
import java.util.Map;

/**
 * A decision of the engine.
 *
 * @param position of the event that it followed
 * @param at the business time
 * @param verdict {@code MOVE}, or why not
 * @param price the one to ask
 * @param best the one that promised most
 * @param gain how much more that promised than the price in force, as a fraction
 * @param proposed whether the command service was asked for it
 * @param receipt all that it was decided from, by name: who has it can decide again
 */
record DecisionView(
        long position,
        Instant at,
        String verdict,
        String price,
        String best,
        double gain,
        double elasticity,
        double elasticityError,
        boolean proposed,
        Map<String, String> receipt) {

    static DecisionView of(PricingReceipt receipt) {
        PricingDecision decision = receipt.decision();
        return new DecisionView(
                receipt.inputs().position(),
                receipt.inputs().at(),
                decision.verdict().name(),
                PricingView.amount(decision.price()),
                PricingView.amount(decision.best()),
                decision.gain(),
                decision.elasticity(),
                decision.elasticityError(),
                receipt.isProposed(),
                receipt.figures());
    }
}
