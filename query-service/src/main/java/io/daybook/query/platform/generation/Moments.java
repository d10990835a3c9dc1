package io.daybook.query.platform.generation;

import io.daybook.api.InvalidValue;
import io.daybook.eventstore.PostgresEventStorageEngine;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds the place in the log that a caller means by a position or an instant. */
@Component
public final class Moments {

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");

    private final PostgresEventStorageEngine engine;
    private final Clock clock;

    Moments(PostgresEventStorageEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** Whether a text is meant as a moment: anything else may be a name. */
    public static boolean isMoment(String text) {
        return POSITION.matcher(text).matches() || INSTANT.matcher(text).matches();
    }

    /**
     * The moment that a text means: a position, or an instant, the events of which count.
     *
     * @param field how the request calls it
     * @throws InvalidValue where it is neither, before the first event, beyond the last one or in the future
     */
    public Moment read(String text, String field) {
        if (POSITION.matcher(text).matches()) {
            return atPosition(Long.parseLong(text), field);
        }
        if (INSTANT.matcher(text).matches()) {
            return atInstant(text, field);
        }
        throw new InvalidValue(field, "must be a position or an instant such as 2011-11-14T09:26:00Z");
    }

    private Moment atPosition(long position, String field) {
        long head = engine.head();
        if (position < 1 || position > head) {
            throw new InvalidValue(field, "must be a position from 1 to " + head);
        }
        return of(position);
    }

    private Moment atInstant(String text, String field) {
        Instant instant;
        try {
            instant = Instant.parse(text);
        } catch (DateTimeException _) {
            throw new InvalidValue(field, "must be an instant such as 2011-11-14T09:26:00Z");
        }
        if (instant.isAfter(clock.instant())) {
            throw new InvalidValue(field, "is in the future");
        }
        long position = engine.createTokenAt(instant.plus(1, ChronoUnit.MICROS))
                .position()
                .orElse(0);
        if (position == 0) {
            throw new InvalidValue(field, "is before the first event");
        }
        return new Moment(position, instant);
    }

    /** The moment at which the event of a position was recorded. */
    public Moment of(long position) {
        return new Moment(
                position, engine.log().after(position - 1, 1).getFirst().recordedAt());
    }

    /** The moment of the last event, or of now where there is none. */
    public Moment head() {
        long head = engine.head();
        return head == 0 ? new Moment(0, clock.instant()) : of(head);
    }
}
