/**
 * Live pricing: learns from the events of the log what demand says about the prices of each SKU, decides by the
 * {@linkplain io.daybook.analytics.pricing.kernel kernels}, and has the decisions proposed to the command service,
 * where the price itself decides. Owns the state of the engine, its receipts and the topics between its stages.
 */
@NullMarked
package io.daybook.analytics.pricing;

import org.jspecify.annotations.NullMarked;
