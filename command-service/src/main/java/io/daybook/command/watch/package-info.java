/**
 * Watches: what the monitoring looks at, defined while it runs. Owns the Watch aggregate; who watches reads its events.
 */
@NullMarked
package io.daybook.command.watch;

import org.jspecify.annotations.NullMarked;
