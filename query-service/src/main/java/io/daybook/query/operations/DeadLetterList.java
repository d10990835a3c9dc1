package io.daybook.query.operations;

import static io.daybook.query.platform.list.ValueType.INSTANT;
import static io.daybook.query.platform.list.ValueType.NUMBER;
import static io.daybook.query.platform.list.ValueType.TEXT;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.daybook.query.platform.Columns;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;
import io.daybook.query.platform.model.DeadLetter;
import java.time.Instant;

/** {@code GET /dead-letters}: by entity, in the order in which its letters are to be applied. */
final class DeadLetterList {

    /** A letter, since when it lies here, and how often it was tried. */
    record Letter(@JsonUnwrapped DeadLetter letter, Instant parkedAt, int attempts) {}

    static final Listing<Letter> LIST = Listing.named("dead-letters", Letter.class)
            .filters(
                    Filter.of("model", "model", TEXT),
                    Filter.of("cause", "cause", TEXT),
                    Filter.of("entity", "entity", TEXT),
                    Filter.of("eventType", "event_type", TEXT))
            .filters(Filter.range("parked", "parked_at", INSTANT))
            .sorts(Sort.by("parkedAt", "parked_at", INSTANT))
            .key(
                    Sort.by("model", "model", TEXT),
                    Sort.by("entity", "entity", TEXT),
                    Sort.by("position", "position", NUMBER))
            .order("model,entity,position")
            .of(
                    "dead_letter",
                    (row, _) ->
                            new Letter(DeadLetter.in(row), Columns.instant(row, "parked_at"), row.getInt("attempts")));

    private DeadLetterList() {}
}
