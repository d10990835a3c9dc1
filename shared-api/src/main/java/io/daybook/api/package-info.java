/**
 * The contract between the services: commands, events, views, rejection codes, topic names.
 * Records and sealed interfaces only; depends on nothing but JSON annotations.
 */
@NullMarked
package io.daybook.api;

import org.jspecify.annotations.NullMarked;
