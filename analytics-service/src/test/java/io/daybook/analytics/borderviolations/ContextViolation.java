package io.daybook.analytics.borderviolations;

import io.daybook.query.deliberate.OfAnotherService;
import java.sql.SQLException;
import java.time.Instant;

/** A context's type that is public, knows another service and SQL, and reads the clock. */
public final class ContextViolation {

    OfAnotherService other = new OfAnotherService();
    SQLException ofADatabase = new SQLException();
    Instant readFromTheClock = Instant.now();
}
