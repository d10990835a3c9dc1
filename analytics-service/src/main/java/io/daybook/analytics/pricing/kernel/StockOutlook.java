package io.daybook.analytics.pricing.kernel;

/**
 * What there is to sell until the next delivery or the end of the season.
 *
 * @param pieces in stock
 * @param exposure the visitors, or hours, that are left
 * @param worth what a piece is worth that is left then: what it costs to replace or, at the season's end, what it
 *     fetches
 */
public record StockOutlook(double pieces, double exposure, double worth) {}
