/**
 * Many requests in one: {@code POST /bulk} takes a request on each line and tells its outcome on a line. It decides
 * nothing and owns no data: each line goes the way of a request that comes alone. May depend on platform only.
 */
@NullMarked
package io.daybook.command.bulk;

import org.jspecify.annotations.NullMarked;
