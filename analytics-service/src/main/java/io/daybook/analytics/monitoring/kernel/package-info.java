/**
 * What watches a series and a stream of events: detectors that learn online, silence, rules over sequences, alerts.
 * Plain arithmetic that knows no engine; it owns no data, keeps constant memory, has no clock and no chance, and writes
 * its state byte for byte the same whether it was reached live or by a replay. May depend on the JDK alone.
 */
@NullMarked
package io.daybook.analytics.monitoring.kernel;

import org.jspecify.annotations.NullMarked;
