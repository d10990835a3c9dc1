/**
 * The description of the REST API (OpenAPI 3.1): what can be derived is derived, from the controllers, their records and the
 * table of scopes; summaries and examples are in {@code operations.json}. Owns no data. May depend on platform only.
 */
@NullMarked
package io.daybook.command.openapi;

import org.jspecify.annotations.NullMarked;
