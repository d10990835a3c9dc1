/**
 * The {@code daybook} command: starts, stops, shows and fills the stack on this machine.
 *
 * <p>Owns what the user sees. Depends on {@code io.daybook.local.stack} for the processes and on the services' REST
 * addresses for everything else.
 */
@NullMarked
package io.daybook.local.cli;

import org.jspecify.annotations.NullMarked;
