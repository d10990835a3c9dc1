/**
 * The write side of Daybook: takes commands by REST, decides them in aggregates, appends what happened.
 * Owns the events. Knows neither the read side nor analytics.
 */
@NullMarked
package io.daybook.command;

import org.jspecify.annotations.NullMarked;
