/**
 * Alerts as they stand: found by what, why, looked after by whom. Owns the table {@code alert}, derived from their
 * events alone.
 */
@NullMarked
package io.daybook.query.alert;

import org.jspecify.annotations.NullMarked;
