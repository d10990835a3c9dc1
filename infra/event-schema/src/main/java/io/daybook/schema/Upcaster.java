package io.daybook.schema;

import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * What makes a payload of one revision of an event type one of the next.
 *
 * @param from the revision it starts from, from 1
 * @param change made to the payload itself; depends on nothing else, and throws where the payload is not of that
 *     revision
 */
record Upcaster(Class<?> type, int from, Consumer<ObjectNode> change) {}
