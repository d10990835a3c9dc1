/**
 * What may be asked of a watch: to be defined, and retired.
 */
@NullMarked
package io.daybook.api.watch.command;

import org.jspecify.annotations.NullMarked;
