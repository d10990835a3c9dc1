/**
 * Rebuilding the read side beside the live one, and switching: the operator's view of generations. Owns no data of its
 * own; the generations are the platform's.
 */
@NullMarked
package io.daybook.query.generation;

import org.jspecify.annotations.NullMarked;
