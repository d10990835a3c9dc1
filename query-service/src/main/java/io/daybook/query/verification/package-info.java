/**
 * Verifying read models against the events, and repairing single entities: the operator's view. What verifications
 * found is kept in memory, the last ones of this instance.
 */
@NullMarked
package io.daybook.query.verification;

import org.jspecify.annotations.NullMarked;
