/**
 * {@code infra/daybook backtest}: what the engines of the analytics service would have made of the shop's own history.
 */
@NullMarked
package io.daybook.bench.backtest;

import org.jspecify.annotations.NullMarked;
