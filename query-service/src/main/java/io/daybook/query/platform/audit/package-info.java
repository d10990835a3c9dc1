/**
 * Records who is shown events, before they are shown: who asked, for what, when, and how many there were. Owns the
 * tables {@code query.audit_query} and {@code query.audit_answer}, to which rows are only ever added. Knows no
 * capability.
 */
@NullMarked
package io.daybook.query.platform.audit;

import org.jspecify.annotations.NullMarked;
