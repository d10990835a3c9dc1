/**
 * The versions of entities: what each event changed in what their endpoints show, and what differs between two moments.
 * All of it is folded from the log when it is asked for, so it is never behind. Owns no data. Knows no capability: each
 * declares its entities.
 */
@NullMarked
package io.daybook.query.platform.history;

import org.jspecify.annotations.NullMarked;
