/**
 * From the events of the log to what they say about prices: for the live engine, which reads records of Kafka, and for
 * a back-test, which reads the store. Owns no data; knows the events and the kernel, no Kafka.
 */
@NullMarked
package io.daybook.analytics.pricing.facts;

import org.jspecify.annotations.NullMarked;
