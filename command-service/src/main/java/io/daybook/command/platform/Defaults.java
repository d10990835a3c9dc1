package io.daybook.command.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills in what a request may leave out: ids are made and business times are now. */
@Component
public final class Defaults {

    private final Clock clock;

    Defaults(Clock clock) {
        this.clock = clock;
    }

    /** The id of the request, or a new one. */
    public String id(@Nullable String given) {
        return given == null ? IdentifierFactory.getInstance().generateIdentifier() : given;
    }

    /** The business time of the request, or now, to the microsecond. */
    public Instant time(@Nullable Instant given) {
        return given == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : given;
    }
}
