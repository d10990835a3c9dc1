package io.daybook.analytics.pricing.kernel;

import java.util.List;

/**
 * What the SKUs of a category have in common: the mean and the scatter of their elasticities, from estimates of unequal
 * precision, by the method of moments for random effects (DerSimonian, Laird 1986), within what is usual of categories
 * at large. The estimates must be the SKUs' own, not yet shrunk, in an order that is always the same.
 */
public final class CategoryKernel {

    private static final double LEAST_SCATTER = 0.04;

    /** As many SKUs say as much about the scatter as what is usual does. */
    private static final double USUAL_SAY = 10;

    private final double scatter;
    private final double precision;
    private final double weighted;

    /** Weighs the estimates, of which there may be none. */
    public CategoryKernel(List<DemandEstimate> estimates, DemandTuning tuning) {
        this.scatter = scatter(estimates, tuning.categoryScatter() * tuning.categoryScatter());
        double usual = 1 / (tuning.elasticitySpread() * tuning.elasticitySpread());
        double precisions = usual;
        double sum = usual * tuning.elasticity();
        for (DemandEstimate estimate : estimates) {
            precisions += weight(estimate);
            sum += weight(estimate) * estimate.elasticity();
        }
        this.precision = precisions;
        this.weighted = sum;
    }

    /** What the category says about a SKU of which nothing is known. */
    public CategoryPrior prior() {
        return new CategoryPrior(weighted / precision, scatter + 1 / precision);
    }

    /**
     * What the others of the category say about one of its SKUs: its own estimate is taken out, so that it does not
     * count twice.
     */
    public CategoryPrior priorFor(DemandEstimate own) {
        double others = precision - weight(own);
        return new CategoryPrior((weighted - weight(own) * own.elasticity()) / others, scatter + 1 / others);
    }

    private double weight(DemandEstimate estimate) {
        return 1 / (estimate.elasticityVariance() + scatter);
    }

    /** The variance of elasticities in the category; few estimates are weighed against what is usual. */
    private static double scatter(List<DemandEstimate> estimates, double usual) {
        int count = estimates.size();
        if (count < 2) {
            return usual;
        }
        double weights = 0;
        double squares = 0;
        double sum = 0;
        for (DemandEstimate estimate : estimates) {
            double weight = 1 / estimate.elasticityVariance();
            weights += weight;
            squares += weight * weight;
            sum += weight * estimate.elasticity();
        }
        double mean = sum / weights;
        double deviance = 0;
        for (DemandEstimate estimate : estimates) {
            double deviation = estimate.elasticity() - mean;
            deviance += deviation * deviation / estimate.elasticityVariance();
        }
        double moments = Math.max(0, (deviance - (count - 1)) / (weights - squares / weights));
        double say = count / (count + USUAL_SAY);
        return Math.max(LEAST_SCATTER, (1 - say) * usual + say * moments);
    }
}
