/**
 * Scenarios over the whole running system: real PostgreSQL, real Kafka and the three services as processes, driven by
 * the command line's own importer and read through the public APIs, the event table and the topic.
 */
@NullMarked
package io.daybook.e2e;

import org.jspecify.annotations.NullMarked;
