package io.daybook.bench.pricing;

/**
 * How likely a visitor is to buy, by price. Each form has the same two figures at the reference price, so that markets
 * of different forms are alike there and differ away from it; a model that assumes one form is wrong about the others.
 */
enum DemandCurve {
    /** {@code q = q0 · r^−e}: the elasticity is the same at every price. */
    CONSTANT_ELASTICITY {
        @Override
        double relative(double price, double elasticity) {
            return Math.pow(price, -elasticity);
        }
    },
    /** {@code q = q0 · exp(−e · (r − 1))}: the elasticity grows in proportion to the price. */
    EXPONENTIAL {
        @Override
        double relative(double price, double elasticity) {
            return Math.exp(-elasticity * (price - 1));
        }
    },
    /**
     * {@code q ∝ 1 / (1 + exp(b · r − a))}, half of those who could be won being won at the reference price: it
     * saturates.
     */
    LOGIT {
        @Override
        double relative(double price, double elasticity) {
            double slope = elasticity / (1 - WON_AT_REFERENCE);
            return 1 / (1 + Math.exp(slope * (price - 1))) / WON_AT_REFERENCE;
        }
    };

    private static final double WON_AT_REFERENCE = 0.5;

    /**
     * Demand as a multiple of that at the reference price.
     *
     * @param price as a multiple of the reference price
     * @param elasticity at the reference price, positive
     */
    abstract double relative(double price, double elasticity);
}
