/**
 * Measures how fast the read side is derived from the events again, against a plain cursor and against Axon's default
 * processor with JPA, by turns in one run.
 */
@NullMarked
package io.daybook.bench.rebuild;

import org.jspecify.annotations.NullMarked;
