/**
 * The technical wiring: command dispatch, aggregate cache, errors, correlation, progress.
 */
@NullMarked
package io.daybook.command.platform;

import org.jspecify.annotations.NullMarked;
