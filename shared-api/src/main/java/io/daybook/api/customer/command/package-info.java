/**
 * What may be asked of a customer. The commands carry personal data sealed, never plain.
 */
@NullMarked
package io.daybook.api.customer.command;

import org.jspecify.annotations.NullMarked;
