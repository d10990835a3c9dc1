/**
 * Watches the business: measures by the minute and patterns of events, with watches that are defined while it runs.
 * Owns the topics of facts and of alerts, and the state of its one task; alerts themselves belong to the command
 * service, to which the courier carries them. The arithmetic is in the two kernels below.
 */
@NullMarked
package io.daybook.analytics.monitoring;

import org.jspecify.annotations.NullMarked;
