/**
 * Measures the pricing engine: elasticities of real data against known answers, and what the engine earns in simulated
 * markets whose demand is known, beside one who knows it, a bandit, a fixed price and a surge rule.
 *
 * <p>The simulator ({@code Market}, {@code Markets}, {@code DemandCurve}) knows nothing of the engine and was written
 * before it.
 */
@NullMarked
package io.daybook.bench.pricing;

import org.jspecify.annotations.NullMarked;
