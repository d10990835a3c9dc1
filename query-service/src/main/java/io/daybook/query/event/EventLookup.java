package io.daybook.query.event;

import io.daybook.api.RejectionCode;
import io.daybook.eventstore.EventRow;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Single events of the log, as far as a request may see it. */
@Component
class EventLookup {

    private final PostgresEventStorageEngine engine;
    private final GenerationPath path;

    EventLookup(PostgresEventStorageEngine engine, GenerationPath path) {
        this.engine = engine;
        this.path = path;
    }

    /** The last position that is shown: of a moment, or a generation that stays, there is no more. */
    long lastShown() {
        return path.moment().map(moment -> moment.position()).orElseGet(() -> {
            Generation asked = path.current();
            Long target = asked.target();
            if (target != null) {
                return target;
            }
            return asked.id() == path.live().id() ? Long.MAX_VALUE : asked.position();
        });
    }

    /** The event at a position, where it is a number, or with an id. */
    RecordedEvent findOrThrow(String event) {
        Optional<EventRow> found = event.matches("[0-9]{1,18}")
                ? engine.log().at(Long.parseLong(event)).stream().findFirst()
                : find(event);
        return found.filter(row -> row.position() <= lastShown())
                .map(RecordedEvent::of)
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.EVENT_UNKNOWN, "There is no event at the position, or with the id, " + event));
    }

    /** The id of the event at a position; null where that is not shown. */
    @Nullable String idAt(long position) {
        return position < 1 || position > lastShown()
                ? null
                : engine.log().at(position).stream()
                        .findFirst()
                        .map(EventRow::eventId)
                        .orElse(null);
    }

    /** The event with an id. */
    Optional<EventRow> find(String eventId) {
        return eventId.indexOf('\0') >= 0 ? Optional.empty() : engine.log().find(eventId);
    }
}
