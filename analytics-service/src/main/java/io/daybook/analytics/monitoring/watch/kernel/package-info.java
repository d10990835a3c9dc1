/**
 * What monitoring is without an engine: events of the log, in order of position, become closed minutes; watches, which
 * are events too, make alerts of those. A pure function of the log: it has no clock and no chance, owns nothing but the
 * state that it tells in bytes, and may depend on the contract and the detectors alone.
 */
@NullMarked
package io.daybook.analytics.monitoring.watch.kernel;

import org.jspecify.annotations.NullMarked;
