/** Answers kept in memory, and given again as long as the log proves that nothing they show has changed. */
@NullMarked
package io.daybook.query.platform.cache;

import org.jspecify.annotations.NullMarked;
