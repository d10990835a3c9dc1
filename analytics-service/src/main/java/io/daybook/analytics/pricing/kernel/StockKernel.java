package io.daybook.analytics.pricing.kernel;

/**
 * What can be sold of a limited stock: the mean of the lesser of the stock and a demand that is about normal with the
 * variance of Poisson (the loss function of the newsvendor; Silver, Pyke, Thomas 2017, appendix II). The best price by
 * it falls as the end comes near and rises as the stock runs out (Gallego, van Ryzin 1994).
 */
final class StockKernel {

    private StockKernel() {}

    /** The pieces that will be sold at a rate per exposed visitor or hour. */
    static double sold(double rate, StockOutlook stock) {
        double demand = rate * stock.exposure();
        if (!(demand > 0)) {
            return 0;
        }
        double deviation = StrictMath.sqrt(demand);
        double distance = (stock.pieces() - demand) / deviation;
        double unmet = deviation * loss(distance);
        return Math.max(0, Math.min(stock.pieces(), demand - unmet));
    }

    /** The mean of what a standard normal exceeds a distance by. */
    private static double loss(double distance) {
        double density = StrictMath.exp(-distance * distance / 2) / StrictMath.sqrt(2 * Math.PI);
        return density - distance * (1 - cumulative(distance, density));
    }

    /** The normal distribution function (Abramowitz, Stegun 1964, 26.2.17; error below 7.5e-8). */
    private static double cumulative(double distance, double density) {
        double t = 1 / (1 + 0.2316419 * Math.abs(distance));
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return distance >= 0 ? 1 - density * series : density * series;
    }
}
