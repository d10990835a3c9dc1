/**
 * What the description of the REST API says beyond what is derived: summaries and examples are in
 * {@code operations.json}. Owns no data. May depend on platform only.
 */
@NullMarked
package io.daybook.command.openapi;

import org.jspecify.annotations.NullMarked;
