package io.daybook.analytics.pricing.kernel;

/**
 * Learns an elasticity from pairs of price and quantity, one after another and keeping none of them: the slope of log
 * quantity on log price, by the recursive form of least squares from a belief so vague that it does not matter. After
 * the last pair it is what least squares over all of them gives, with its standard error (Greene 2018, section 3.2 and
 * 4.3.1; the residuals from one-step prediction errors, Harvey 1989, section 4.2.1).
 */
public final class ElasticityKernel {

    private static final double VAGUE = 1e7;

    private final Belief belief = new Belief(new double[2], new double[] {VAGUE, VAGUE});
    private final double[] factors = {1, 0};
    private double reference;
    private double residuals;
    private long count;
    private long leftOut;

    /** Learns a pair; one without a logarithm is left out and counted. */
    public void observe(double price, double quantity) {
        if (!(price > 0) || !(quantity > 0) || Double.isInfinite(price) || Double.isInfinite(quantity)) {
            leftOut++;
            return;
        }
        observeLogarithms(StrictMath.log(price), StrictMath.log(quantity));
    }

    /** Learns a pair that comes as logarithms. */
    public void observeLogarithms(double logPrice, double logQuantity) {
        if (count == 0) {
            reference = logPrice;
        }
        factors[1] = logPrice - reference;
        double surprise = logQuantity - belief.predict(factors);
        residuals += surprise * surprise / (1 + belief.variance(factors));
        belief.observe(factors, logQuantity, 1);
        count++;
    }

    /** What the pairs say. */
    public ElasticityFit fit() {
        double perNoise = belief.covariance(1, 1);
        if (count < 3 || perNoise > VAGUE / 2) {
            return new ElasticityFit(Double.NaN, Double.NaN, count, leftOut);
        }
        double noise = residuals / (count - 2);
        return new ElasticityFit(belief.mean(1), StrictMath.sqrt(noise * perNoise), count, leftOut);
    }
}
