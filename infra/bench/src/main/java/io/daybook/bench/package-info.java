/**
 * The benchmarks of the write side: reference and subject by turns in one run, ratios from neighbouring measurements.
 * Owns nothing that lasts. May depend on the services' classes and on the local PostgreSQL and Kafka; nothing depends
 * on it.
 */
@NullMarked
package io.daybook.bench;

import org.jspecify.annotations.NullMarked;
