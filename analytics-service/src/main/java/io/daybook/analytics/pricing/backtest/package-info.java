/**
 * What the pricing engine would have made of the shop's own history, under a policy that is not in force. Runs the live
 * kernels over the events, without side effects. Owns no data.
 */
@NullMarked
package io.daybook.analytics.pricing.backtest;

import org.jspecify.annotations.NullMarked;
