/**
 * The policies that turn an event of one aggregate into commands to others: small, repeatable, with deterministic ids,
 * so that an event delivered twice changes nothing. They own no data. Those about customers change the vault instead.
 */
@NullMarked
package io.daybook.command.automation;

import org.jspecify.annotations.NullMarked;
