package io.daybook.api.pricing.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.api.pricing.event.PriceExplanation;
import java.math.BigDecimal;
import java.time.Instant;

/** A price that waits for approval; it can be approved while its {@code explanation.basis} is the version in force. */
public record OpenProposalView(
        String proposalId,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        Instant decidedAt,
        PriceExplanation explanation) {}
