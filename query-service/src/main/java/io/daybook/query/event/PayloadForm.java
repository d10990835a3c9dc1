package io.daybook.query.event;

import io.daybook.api.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * In which form the payloads of events are shown: as they are stored, which is what proofs are about, or as of today.
 */
enum PayloadForm {
    STORED,
    CURRENT;

    static final String PARAMETER = "form";

    /** The form that a request asks for; the stored one where it names none. */
    static PayloadForm of(@Nullable String text) {
        return switch (text) {
            case null -> STORED;
            case "stored" -> STORED;
            case "current" -> CURRENT;
            default -> throw new InvalidValue(PARAMETER, "must be stored or current");
        };
    }

    RecordedEvent show(RecordedEvent event) {
        return this == STORED ? event : event.ofToday();
    }
}
