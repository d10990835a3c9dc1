/**
 * The analytics service: Kafka Streams topologies over the event log, queried by REST.
 * Owns its stores and their changelogs, all of which can be derived again from the events. Depends on the shared API
 * only; knows neither the command nor the query service.
 */
@NullMarked
package io.daybook.analytics;

import org.jspecify.annotations.NullMarked;
