/**
 * The vault: a key of its own for each customer, under which personal data is sealed, and which is destroyed when the
 * customer is erased; and the claims that keep e-mail addresses unique. A library for the two services that need it.
 *
 * <p>Owns the schema {@code customer_keys}. Keys are wrapped by a master key that comes from configuration only.
 * Depends on the contract's {@code customer} package; knows no service.
 */
@NullMarked
package io.daybook.vault;

import org.jspecify.annotations.NullMarked;
