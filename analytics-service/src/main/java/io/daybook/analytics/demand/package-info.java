/**
 * Demand in windows of business time: views, carts, orders, units and revenue of products, categories and countries,
 * from the events and from what visitors do; also the windows of sales, top sellers and totals. Owns the stores
 * {@code demand-book} of two topologies, which are derived from {@code daybook.events} by the rules of {@code booking}
 * and from {@code daybook.activity}. Depends on those two and on {@code platform}. The kernels are what holds and adds
 * up figures: they know neither Kafka nor Spring, which the topology, its processor and feeds, the readers, the
 * configuration and the controllers do.
 */
@NullMarked
package io.daybook.analytics.demand;

import org.jspecify.annotations.NullMarked;
