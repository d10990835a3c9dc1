package io.daybook.command.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;
import java.time.Instant;

/** A price is scheduled, or called off, before it starts. */
record ScheduledPriceIsToCome(String scheduleId, Instant startsAt, Instant now) implements Rule {

    @Override
    public boolean holds() {
        return startsAt.isAfter(now);
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.SCHEDULED_PRICE_STARTED;
    }

    @Override
    public String explanation() {
        return "The scheduled price %s starts at %s, which is not later than %s".formatted(scheduleId, startsAt, now);
    }
}
