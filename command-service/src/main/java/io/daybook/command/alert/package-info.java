/**
 * Alerts: raised by what watches the business, acknowledged and resolved by somebody. Owns the Alert aggregate. Knows
 * nothing of how an alert came about but the evidence that it is given.
 */
@NullMarked
package io.daybook.command.alert;

import org.jspecify.annotations.NullMarked;
