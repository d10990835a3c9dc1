/**
 * The pricing engine: learns the demand for each SKU and proposes prices within their guardrails. Plain arithmetic that
 * owns no data and knows no Kafka, Spring or JSON, so the same code runs live, in a back-test, in a benchmark and on
 * another engine. The same inputs give the same bytes: {@link java.lang.StrictMath}, no clock, and randomness that is
 * derived from what a decision is about.
 */
@NullMarked
package io.daybook.analytics.pricing.kernel;

import org.jspecify.annotations.NullMarked;
