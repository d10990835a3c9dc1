package io.daybook.api.pricing.command;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@link ProposePrice}: what was decided, and why.
 *
 * @param requested the price that was proposed
 * @param amount the price that was decided on; null where the proposal was declined
 * @param rules every rule that bound: that the proposed price breaks, or that keeps it from the next price with the
 *     ending
 * @param decisiveRule the one of them that made the price what it is; null where none bound or the proposal was
 *     declined
 * @param reason why it was declined; null where it was not
 * @param earliest when a proposal may change the price again; null unless this one came too soon
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalDecision(
        String proposalId,
        Outcome outcome,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal requested,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,

        String currency,
        List<PricingRule> rules,
        @Nullable PricingRule decisiveRule,
        @Nullable DeclineReason reason,
        @Nullable Instant earliest) {

    /** What became of a proposal. */
    public enum Outcome {
        /** The price is changed. */
        CHANGED,
        /** The price waits for approval. */
        PROPOSED,
        /** Nothing changes. */
        DECLINED
    }
}
