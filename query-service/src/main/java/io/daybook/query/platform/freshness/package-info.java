/**
 * Read your writes: what a reply shows has at least passed a position, says so, and waits for it where it is asked to.
 * Owns no data; reads how far processors have come from themselves, from the other instances and from the tokens. Knows
 * no capability.
 */
@NullMarked
package io.daybook.query.platform.freshness;

import org.jspecify.annotations.NullMarked;
