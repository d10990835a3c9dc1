/**
 * Sales in windows of business time: units and revenue per SKU, top sellers, totals.
 * Owns the stores {@code sales-figures} and {@code sales-progress}, which are derived from the events of orders,
 * returns and adjustments by the rules of {@code booking}. The kernels ({@code Sales…}, {@code Panes},
 * {@code WindowKernel}) know neither Kafka nor Spring; only the topology, its processor and the serdes know Kafka.
 */
@NullMarked
package io.daybook.analytics.sales;

import org.jspecify.annotations.NullMarked;
