/**
 * What an event costs each topology of the analytics service, against a consumer that reads the same topic and does
 * nothing. The service runs from its jar, a JVM for each turn; figures are of the last part of the topic, when it has
 * warmed up.
 */
@NullMarked
package io.daybook.bench.streams;

import org.jspecify.annotations.NullMarked;
