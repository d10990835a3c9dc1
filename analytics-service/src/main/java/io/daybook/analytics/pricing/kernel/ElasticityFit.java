package io.daybook.analytics.pricing.kernel;

/**
 * A learned elasticity.
 *
 * @param elasticity by how many percent the quantity changes when the price rises by one: usually negative. NaN where
 *     there are fewer than three pairs, or all have one price
 * @param standardError of it; NaN as above
 * @param count the pairs it rests on
 * @param leftOut the pairs that have no logarithm, as their price or quantity is not positive
 */
public record ElasticityFit(double elasticity, double standardError, long count, long leftOut) {}
