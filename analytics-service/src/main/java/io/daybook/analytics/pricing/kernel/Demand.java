package io.daybook.analytics.pricing.kernel;

/** A demand curve: one of those that an estimate thinks possible. */
record Demand(DemandEstimate estimate, double level, double elasticity, double curvature) {

    /** That of the means. */
    static Demand mean(DemandEstimate estimate) {
        return new Demand(estimate, estimate.level(), estimate.elasticity(), estimate.curvature());
    }

    /** One drawn from the estimate's distribution, by the Cholesky factor of its covariance. */
    static Demand drawn(DemandEstimate estimate, StableRandom random) {
        double first = random.normal();
        double second = random.normal();
        double third = random.normal();
        double ee = root(estimate.elasticityVariance());
        double ce = ratio(estimate.elasticityCurvature(), ee);
        double le = ratio(estimate.levelElasticity(), ee);
        double cc = root(estimate.curvatureVariance() - ce * ce);
        double lc = ratio(estimate.levelCurvature() - le * ce, cc);
        double ll = root(estimate.levelVariance() - le * le - lc * lc);
        return new Demand(
                estimate,
                estimate.level() + le * first + lc * second + ll * third,
                estimate.elasticity() + ee * first,
                estimate.curvature() + ce * first + cc * second);
    }

    /** The pieces sold per exposed visitor or hour at a price. */
    double at(double price) {
        return StrictMath.exp(estimate.logDemand(price, level, elasticity, curvature));
    }

    private static double root(double variance) {
        return variance > 0 ? StrictMath.sqrt(variance) : 0;
    }

    private static double ratio(double covariance, double deviation) {
        return deviation > 0 ? covariance / deviation : 0;
    }
}
