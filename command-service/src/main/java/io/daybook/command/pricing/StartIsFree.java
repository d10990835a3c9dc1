package io.daybook.command.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;
import java.time.Instant;

/** No two prices of a SKU start at the same time. */
record StartIsFree(Instant startsAt, boolean taken) implements Rule {

    @Override
    public boolean holds() {
        return !taken;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.SCHEDULED_START_TAKEN;
    }

    @Override
    public String explanation() {
        return "Another price starts at %s; cancel that first".formatted(startsAt);
    }
}
