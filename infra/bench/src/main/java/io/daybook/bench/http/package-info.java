/**
 * Measures commands and queries by REST against the real services in JVMs of their own. Where latency is measured, the
 * load is open: requests come when they are due, whether or not the ones before are answered, and latency counts from
 * when a request was due.
 */
@NullMarked
package io.daybook.bench.http;

import org.jspecify.annotations.NullMarked;
