package io.daybook.api.pricing.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.api.pricing.event.PriceExplanation;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price from a time on, and why it is what it is.
 *
 * @param version what a proposal names as its basis, and a quote and an order line as its price's version
 * @param source {@code SET} by a human at once, {@code SCHEDULED} by one before, or {@code PROPOSED} by an engine
 * @param id of the schedule or the proposal; null where it was set at once
 * @param approvedBy who approved the proposal; null where nobody had to
 * @param overrideReason why it is outside of floor and ceiling; null where it is not
 * @param explanation how the proposal was decided; null where a human set the price
 */
public record PriceStartView(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        Instant startsAt,
        long version,
        String source,
        @Nullable String id,
        @Nullable String approvedBy,
        @Nullable String overrideReason,
        @Nullable PriceExplanation explanation) {}
