package io.daybook.analytics.pricing.kernel;

/**
 * What is known of a SKU's demand: a normal distribution of three coefficients of
 * {@code log demand = level − elasticity · x − curvature · (exp(x) − 1 − x)} with {@code x = log(price / reference)},
 * the last factor growing evenly beyond twice and half the reference ({@link Curve}). Without curvature the elasticity
 * is the same at every price; with a curvature as large as the elasticity demand falls exponentially.
 */
public record DemandEstimate(
        double reference,
        double level,
        double elasticity,
        double curvature,
        double levelVariance,
        double elasticityVariance,
        double curvatureVariance,
        double levelElasticity,
        double levelCurvature,
        double elasticityCurvature) {

    /** The elasticity's standard error. */
    public double elasticityError() {
        return StrictMath.sqrt(Math.max(0, elasticityVariance));
    }

    /** The logarithm of mean demand per exposed visitor or hour at a price, by the means. */
    public double logDemand(double price) {
        return logDemand(price, level, elasticity, curvature);
    }

    double logDemand(double price, double atLevel, double atElasticity, double atCurvature) {
        double ratio = price / reference;
        return atLevel - atElasticity * StrictMath.log(ratio) - atCurvature * Curve.at(ratio);
    }

    /** This estimate with what the category says about the elasticity, as one more observation of it. */
    public DemandEstimate shrunkTo(CategoryPrior category) {
        double step = (category.mean() - elasticity) / (elasticityVariance + category.variance());
        double shrink = 1 / (elasticityVariance + category.variance());
        return new DemandEstimate(
                reference,
                level + levelElasticity * step,
                elasticity + elasticityVariance * step,
                curvature + elasticityCurvature * step,
                levelVariance - levelElasticity * levelElasticity * shrink,
                elasticityVariance - elasticityVariance * elasticityVariance * shrink,
                curvatureVariance - elasticityCurvature * elasticityCurvature * shrink,
                levelElasticity - levelElasticity * elasticityVariance * shrink,
                levelCurvature - levelElasticity * elasticityCurvature * shrink,
                elasticityCurvature - elasticityVariance * elasticityCurvature * shrink);
    }
}
