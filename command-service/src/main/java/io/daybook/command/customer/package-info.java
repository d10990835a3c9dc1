/**
 * The customers. Owns the Customer aggregate, and by way of the vault the customers' keys and e-mail claims.
 * Personal data is sealed here, before it goes into a command: no aggregate, event, log line or reply has it plain.
 */
@NullMarked
package io.daybook.command.customer;

import org.jspecify.annotations.NullMarked;
