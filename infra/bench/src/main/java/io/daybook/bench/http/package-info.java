/**
 * Measures commands by REST against the real command service in a JVM of its own. The load is open: requests come when
 * they are due, whether or not the ones before are answered, and latency counts from when a request was due.
 */
@NullMarked
package io.daybook.bench.http;

import org.jspecify.annotations.NullMarked;
