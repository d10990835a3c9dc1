package io.daybook.analytics.pricing.kernel;

/**
 * A price chosen among others, with what the choice went by.
 *
 * @param price in ten-thousandths
 * @param best the price that promised most; another one where the promise was too small to move for it
 * @param gain how much more that promised than the price in force, as a fraction
 * @param elasticity the elasticity that the choice went by: drawn from what is known, or its mean
 */
record PriceChoice(long price, long best, double gain, double elasticity) {}
