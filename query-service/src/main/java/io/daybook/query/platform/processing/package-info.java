/**
 * The processors of all instances: which stand still by an operator's wish, how far their segments have come, how fast.
 * Owns the table {@code query.paused_processor}.
 */
@NullMarked
package io.daybook.query.platform.processing;

import org.jspecify.annotations.NullMarked;
