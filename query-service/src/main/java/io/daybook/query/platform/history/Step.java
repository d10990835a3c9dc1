package io.daybook.query.platform.history;

import io.daybook.eventstore.EventRow;

/** An event of an entity, and the states before and after it. */
record Step(EventRow event, States before, States after) {

    long version() {
        return event.sequence();
    }
}
