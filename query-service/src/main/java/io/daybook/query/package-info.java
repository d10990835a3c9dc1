/**
 * The read side of Daybook: projects the events into read models and answers questions by REST.
 * Owns its own schema, which can be derived again at any time but for the webhooks; only reads the events.
 * Knows neither the command side nor analytics.
 */
@NullMarked
package io.daybook.query;

import org.jspecify.annotations.NullMarked;
