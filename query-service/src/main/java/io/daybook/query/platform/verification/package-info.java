/**
 * Proof that a generation shows what the events say: folds them again, compares entity by entity, names what differs
 * and repairs one entity at a time. The same folds over a bounded range are time travel. Owns no data. Knows no
 * capability.
 */
@NullMarked
package io.daybook.query.platform.verification;

import org.jspecify.annotations.NullMarked;
