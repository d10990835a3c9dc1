/**
 * Windows as plain arithmetic: what the events of a sequence come to, in tumbling, hopping, sliding, session and count
 * windows and in functions of each event. Knows no engine, no clock and no thread; whatever runs it hands in events
 * with their times and is told results. Times are milliseconds since the epoch; a stretch of time holds its start and
 * not its end.
 *
 * <p>The words are those of Akidau et al., <i>The Dataflow Model</i>, VLDB 2015: a window's result is <i>triggered</i>
 * once, when the watermark passes its end by the grace (section 2.3), and again by each late event,
 * <i>accumulating</i>: each result is the whole value so far and takes the place of the one before (section 2.3,
 * "accumulating and retracting" where a session is swallowed). The watermark is the highest event time so far in the
 * partition of the log that brought the event: a function of that partition alone.
 */
@NullMarked
package io.daybook.analytics.window.kernel;

import org.jspecify.annotations.NullMarked;
