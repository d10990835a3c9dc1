/**
 * Pricing: what demand says about the prices of the SKUs. So far there are only the {@linkplain io.daybook.analytics.pricing.kernel kernels};
 * the price itself decides about what is proposed.
 */
@NullMarked
package io.daybook.analytics.pricing;

import org.jspecify.annotations.NullMarked;
