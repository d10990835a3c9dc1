/**
 * Windows by configuration: each reads a topic, adds up a measure by a key in windows of a kind, and tells results to a
 * topic. Owns the stores of its topologies and the topics {@code daybook.windows} and {@code daybook.windows.late}, all
 * derived from the records. The arithmetic is in {@code kernel}. Depends on {@code booking} and the platform; knows no
 * other context.
 */
@NullMarked
package io.daybook.analytics.window;

import org.jspecify.annotations.NullMarked;
