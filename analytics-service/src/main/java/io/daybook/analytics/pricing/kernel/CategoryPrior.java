package io.daybook.analytics.pricing.kernel;

/**
 * What a category says about the elasticity of any of its SKUs.
 *
 * @param mean of the elasticities
 * @param variance of a SKU's around it, and of the mean itself
 */
public record CategoryPrior(double mean, double variance) {

    public CategoryPrior {
        if (!(variance > 0)) {
            throw new IllegalArgumentException("variance must be positive");
        }
    }
}
