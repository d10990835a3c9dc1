/**
 * The customers as they are now. Owns the table {@code customer}, which holds personal data sealed only; it is opened
 * for the one answer that shows it, with the customer's key from the vault. Follows the events of customers.
 * Depends on the contract, the vault and the platform.
 */
@NullMarked
package io.daybook.query.customer;

import org.jspecify.annotations.NullMarked;
