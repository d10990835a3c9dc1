package io.daybook.analytics.pricing.kernel;

/**
 * What the engine decided about a price.
 *
 * @param price the one to ask, in ten-thousandths: the price in force, unless the verdict is {@link Verdict#MOVE}
 * @param best the one that promised most; the price in force where none was looked for
 * @param gain how much more that promised than the price in force, as a fraction
 * @param elasticity at the reference price, as it was drawn or as it is estimated: what the choice went by
 * @param elasticityError the estimate's standard error
 */
public record PricingDecision(
        Verdict verdict, long price, long best, double gain, double elasticity, double elasticityError) {}
