/**
 * The operator's commands: processors, replays, rebuilds, verifications and dead letters of the read side. Owns how
 * they are shown; all that is done is done by the query service's REST API.
 */
@NullMarked
package io.daybook.local.operations;

import org.jspecify.annotations.NullMarked;
