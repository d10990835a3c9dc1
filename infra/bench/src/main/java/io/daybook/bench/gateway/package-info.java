/**
 * Measures one-event commands by the command bus: the command service's own path against a raw insert and against
 * Axon's stock engines. Each contender has a database of its own on the same server.
 */
@NullMarked
package io.daybook.bench.gateway;

import org.jspecify.annotations.NullMarked;
