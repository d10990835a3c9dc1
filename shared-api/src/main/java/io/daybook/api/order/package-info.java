/**
 * The words that commands, events and views of orders have in common. Events store their names as text.
 */
@NullMarked
package io.daybook.api.order;

import org.jspecify.annotations.NullMarked;
