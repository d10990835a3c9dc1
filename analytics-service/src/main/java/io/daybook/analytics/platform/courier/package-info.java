/**
 * The courier: carries what a topology wants done to the command service, over its public REST API and as a client of
 * its own. A topology writes an {@link io.daybook.analytics.platform.courier.Errand} to the topic of a
 * {@link io.daybook.analytics.platform.courier.Road} in one transaction with its state; a consumer of that topic hands
 * the errand over and commits its offset only when it has the answer. Owns the topic of refused errands. Knows no
 * business context.
 */
@NullMarked
package io.daybook.analytics.platform.courier;

import org.jspecify.annotations.NullMarked;
