/**
 * Watches as they are defined. Owns the table {@code watch}, derived from their events alone; what they see is the
 * monitoring's.
 */
@NullMarked
package io.daybook.query.watch;

import org.jspecify.annotations.NullMarked;
