package io.daybook.query.event;

import io.daybook.api.Page;
import io.daybook.api.RejectionCode;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.schema.EventSchema;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The types of events: what their payloads look like today, and in which revision that is. */
@RestController
@ReadsFrom({})
@RequestMapping("/events/types")
final class EventTypeController {

    /** All of them, by their names. */
    @GetMapping
    Page<EventSchema> types() {
        return new Page<>(EventSchema.all(), null);
    }

    /** One of them, by its name with or without the package. */
    @GetMapping("/{type}")
    EventSchema type(@PathVariable String type) {
        return EventSchema.find(type)
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.EVENT_TYPE_UNKNOWN, "There is no type of events with the name " + type));
    }
}
