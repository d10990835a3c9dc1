/**
 * Pricing: what demand says about the prices of the SKUs. So far there is only the {@linkplain io.daybook.analytics.pricing.engine engine};
 * the price itself decides about what is proposed.
 */
@NullMarked
package io.daybook.analytics.pricing;

import org.jspecify.annotations.NullMarked;
