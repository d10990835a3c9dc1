/**
 * Real PostgreSQL, real Kafka and real access tokens for tests, one source of each per JVM, started when first asked
 * for.
 *
 * <p>Owns temporary folders, which are deleted when the JVM ends. Depends on {@code io.daybook.local} and, where Docker
 * answers, on Testcontainers; the Spring classes are for tests that have Spring Boot anyway.
 */
@NullMarked
package io.daybook.testing;

import org.jspecify.annotations.NullMarked;
