/**
 * The booking rules: which events are sales, and how they count; and which category a product has. Shared by every
 * context that adds up sales, so that all of them give the totals of the read side's sales ledger. Owns no data; the
 * rules know neither Kafka nor Spring, only the readers know records.
 */
@NullMarked
package io.daybook.analytics.booking;

import org.jspecify.annotations.NullMarked;
