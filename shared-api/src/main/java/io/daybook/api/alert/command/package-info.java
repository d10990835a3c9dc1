/**
 * What may be asked of an alert: to be raised by a watch, acknowledged and resolved by somebody.
 */
@NullMarked
package io.daybook.api.alert.command;

import org.jspecify.annotations.NullMarked;
