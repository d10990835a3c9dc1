/**
 * Generations of the read side: schemas with all read models, built from the log beside the live one, switched to in
 * one update, kept for a roll-back or as they were at a moment. Owns the tables {@code generation} and {@code live} and
 * the schemas of generations. Knows no capability.
 */
@NullMarked
package io.daybook.query.platform.generation;

import org.jspecify.annotations.NullMarked;
