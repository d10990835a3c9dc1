/**
 * What is personal about a customer, and its sealed form: the only form in which it may be in a command or an event.
 * Owns no data; the keys are in the vault.
 */
@NullMarked
package io.daybook.api.customer;

import org.jspecify.annotations.NullMarked;
