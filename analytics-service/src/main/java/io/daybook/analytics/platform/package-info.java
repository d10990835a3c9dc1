/**
 * The technical wiring: the life of Kafka Streams, readiness, positions, problems, correlation ids.
 * Owns no data. Knows no business context: those hand in their topology and report the positions they applied.
 */
@NullMarked
package io.daybook.analytics.platform;

import org.jspecify.annotations.NullMarked;
