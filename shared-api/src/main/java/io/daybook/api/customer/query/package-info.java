/**
 * What may be asked of the read model of customers, and its answers.
 */
@NullMarked
package io.daybook.api.customer.query;

import org.jspecify.annotations.NullMarked;
