package io.daybook.analytics.pricing.kernel;

/**
 * What a demand model takes for granted. Standard deviations, unless said otherwise.
 *
 * @param elasticity the mean before anything is known
 * @param elasticitySpread how far elasticities lie from it
 * @param curvature how much the elasticity grows with the price, as a share of the elasticity: 0 where it is the same
 *     at every price, 1 where it grows in proportion to the price
 * @param curvatureSpread how far from that it may be
 * @param usualDemand the mean before anything is known, per exposed visitor or hour
 * @param levelSpread of the logarithm of demand at the reference price
 * @param seasonSpread of the season's swing, as a logarithm
 * @param confounding how far the elasticity may seem to be from what it is where humans chose the prices
 * @param levelDrift of the level's logarithm in an hour
 * @param elasticityDrift of the elasticity in an hour
 * @param dispersion how many times the variance of counts is their mean, before they say otherwise; 1 or more
 * @param categoryScatter of the elasticities of a category, before its SKUs say otherwise
 */
public record DemandTuning(
        double elasticity,
        double elasticitySpread,
        double curvature,
        double curvatureSpread,
        double usualDemand,
        double levelSpread,
        double seasonSpread,
        double confounding,
        double levelDrift,
        double elasticityDrift,
        double dispersion,
        double categoryScatter) {

    /** For retail demand by the hour. */
    public static final DemandTuning STANDARD = new DemandTuning(2, 2, 1, 2.5, 0.05, 2, 0.25, 4, 0.03, 0.01, 1.1, 0.4);
}
