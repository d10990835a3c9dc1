/**
 * The deadlines of orders in advance. Owns the table {@code command.deadline}, which is derived from the events and can
 * be derived again; sends a command for each deadline that passes. Depends on the contract and the platform.
 */
@NullMarked
package io.daybook.command.deadline;

import org.jspecify.annotations.NullMarked;
