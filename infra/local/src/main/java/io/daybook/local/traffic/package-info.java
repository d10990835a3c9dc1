/**
 * Requests to the running services: what is sent, how it is tried again, what came of it, and how far each service has
 * come. Knows nothing but the public REST APIs; the importer and the simulated shop are built on it. Owns no data.
 */
@NullMarked
package io.daybook.local.traffic;

import org.jspecify.annotations.NullMarked;
