package io.daybook.e2e.faults;

import tools.jackson.databind.JsonNode;

/** An event as the store has it, its type without the package. */
record StoredEvent(long position, String aggregateId, long sequence, String type, JsonNode payload, JsonNode metadata) {

    /** The request that it answers; empty where an automation caused it. */
    String request() {
        String cause = metadata.path("causationId").asString("");
        return cause.equals(correlation()) ? cause : "";
    }

    /** What all events have in common that follow from one request. */
    String correlation() {
        return metadata.path("correlationId").asString("");
    }

    String text(String field) {
        return payload.path(field).asString("");
    }

    long number(String field) {
        return payload.get(field).asLong();
    }
}
