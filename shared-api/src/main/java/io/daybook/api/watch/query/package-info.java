/**
 * What may be asked of the read model of watches, and its answers.
 */
@NullMarked
package io.daybook.api.watch.query;

import org.jspecify.annotations.NullMarked;
