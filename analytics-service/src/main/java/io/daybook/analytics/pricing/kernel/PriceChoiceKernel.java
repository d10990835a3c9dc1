package io.daybook.analytics.pricing.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Chooses the price that promises most: what is earned on a piece, times the pieces that will be sold. With exploration
 * the coefficients of demand are drawn from what is known of them, once for all prices (Thompson sampling); without it
 * they are its means. The price in force is kept unless another one promises notably more.
 */
final class PriceChoiceKernel {

    private PriceChoiceKernel() {}

    /**
     * The choice.
     *
     * @param worth what a piece is worth unsold
     * @param stock null where there will always be enough
     * @param notable by which fraction more another price must promise
     */
    static PriceChoice choose(
            PricePoints points,
            long inForce,
            DemandEstimate estimate,
            double worth,
            @Nullable StockOutlook stock,
            Exploration exploration,
            double notable,
            StableRandom random) {
        Demand demand = switch (exploration) {
            case NONE -> Demand.mean(estimate);
            case THOMPSON -> Demand.drawn(estimate, random);
        };
        double current = promise(inForce, demand, worth, stock);
        long best = inForce;
        double most = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < points.size(); index++) {
            double promise = promise(points.at(index), demand, worth, stock);
            if (promise > most) {
                most = promise;
                best = points.at(index);
            }
        }
        double gain = current > 0 ? most / current - 1 : most > current ? Double.MAX_VALUE : 0;
        return new PriceChoice(gain > notable ? best : inForce, best, gain, demand.elasticity());
    }

    private static double promise(long point, Demand demand, double worth, @Nullable StockOutlook stock) {
        double price = (double) point / PricePoints.UNIT;
        double rate = demand.at(price);
        return (price - worth) * (stock == null ? rate : StockKernel.sold(rate, stock));
    }
}
