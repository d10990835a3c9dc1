/**
 * Sinks: any topic out to another topic, a PostgreSQL table, files or the console, by configuration alone. Owns what
 * its targets need to know how far they are. Knows no other context, only topics; the one package that may speak SQL.
 *
 * <pre>
 * topic → consumer of its own → where → fields → target
 *              ▲                                   │
 *              └──── starts where the target is ───┘
 * </pre>
 */
@NullMarked
package io.daybook.analytics.sink;

import org.jspecify.annotations.NullMarked;
