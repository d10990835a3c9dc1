package io.daybook.analytics.pricing.kernel;

/**
 * How the elasticity grows with the price: by the curvature times {@code price / reference − 1}. Beyond twice the
 * reference and below half of it it grows no further. Few prices are ever asked there, and what the curvature is near
 * the reference says nothing of a price ten times as high.
 */
final class Curve {

    private static final double HIGHEST = 2;
    private static final double LOWEST = 0.5;
    private static final double AT_HIGHEST = within(HIGHEST);
    private static final double AT_LOWEST = within(LOWEST);

    private Curve() {}

    /**
     * What the curvature is multiplied with in the logarithm of demand: the integral of that growth over
     * {@code log(price / reference)}.
     *
     * @param ratio price to reference
     */
    static double at(double ratio) {
        if (ratio > HIGHEST) {
            return AT_HIGHEST + (HIGHEST - 1) * StrictMath.log(ratio / HIGHEST);
        }
        if (ratio < LOWEST) {
            return AT_LOWEST + (LOWEST - 1) * StrictMath.log(ratio / LOWEST);
        }
        return within(ratio);
    }

    private static double within(double ratio) {
        return ratio - 1 - StrictMath.log(ratio);
    }
}
