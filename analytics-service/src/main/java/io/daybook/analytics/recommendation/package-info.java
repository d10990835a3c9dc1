/**
 * What to show next: items for a visit, what is bought together, what is looked for now, what suits a customer; with
 * the reason for each, policies that share the visitors, a log of what was shown, and a way to be forgotten.
 *
 * <p>Owns an index in the memory of each instance, read from all partitions of the activity topic and the event log, so
 * that any instance answers; it can be read again at any time. The arithmetic is in {@code kernel}. Depends on the
 * platform and the contract, and on no other context.
 */
@NullMarked
package io.daybook.analytics.recommendation;

import org.jspecify.annotations.NullMarked;
