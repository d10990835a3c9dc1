/** Has Axon read and write events by their revisions: adding the dependency is enough. */
@NullMarked
package io.daybook.schema.autoconfigure;

import org.jspecify.annotations.NullMarked;
