/**
 * The technical wiring: processors and their tokens, rows and batches, pages, errors, correlation, health, progress.
 * Knows no capability; every capability may use it.
 */
@NullMarked
package io.daybook.query.platform;

import org.jspecify.annotations.NullMarked;
