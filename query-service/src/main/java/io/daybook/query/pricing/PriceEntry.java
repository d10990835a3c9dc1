package io.daybook.query.pricing;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price that starts at a time.
 *
 * @param source {@code SET}, {@code SCHEDULED} or {@code PROPOSED}
 * @param id of the schedule or the proposal; null where it was set at once
 * @param position of the event that made it
 * @param cancelledAt when it was called off; null where it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PriceEntry(
        Instant start,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String source,
        @Nullable String id,
        long position,
        @Nullable Instant cancelledAt) {

    boolean isLive() {
        return cancelledAt == null;
    }

    PriceEntry cancelled(Instant at) {
        return new PriceEntry(start, amount, source, id, position, at);
    }
}
