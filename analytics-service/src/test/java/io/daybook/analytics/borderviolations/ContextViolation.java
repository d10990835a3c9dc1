package io.daybook.analytics.borderviolations;

import io.daybook.query.deliberate.OfAnotherService;
import java.time.Instant;

/** A context's type that is public, knows another service and reads the clock. */
public final class ContextViolation {

    OfAnotherService other = new OfAnotherService();
    Instant readFromTheClock = Instant.now();
}
