package io.daybook.command.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A list price starts later than the one before it. */
record PriceTimesMoveForward(String sku, @Nullable Instant latest, Instant validFrom) implements Rule {

    @Override
    public boolean holds() {
        return latest == null || validFrom.isAfter(latest);
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.PRICE_TIMES_MOVE_FORWARD;
    }

    @Override
    public String explanation() {
        return "The list price of %s was last set from %s on; a new one must start later than that"
                .formatted(sku, latest);
    }
}
