/**
 * Measures appending to and loading from stores of different sizes by turns, for both should cost the same however many
 * events there are.
 */
@NullMarked
package io.daybook.bench.growth;

import org.jspecify.annotations.NullMarked;
