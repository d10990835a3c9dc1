/**
 * What operators see and do: processors, dead letters, and the record of every action. Owns the table
 * {@code operation}, which is a read model as any other.
 */
@NullMarked
package io.daybook.query.operations;

import org.jspecify.annotations.NullMarked;
