/** Wires the event store into a Spring Boot application that uses Axon: adding the dependency is enough. */
@NullMarked
package io.daybook.eventstore.autoconfigure;

import org.jspecify.annotations.NullMarked;
