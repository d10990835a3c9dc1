package io.daybook.api.pricing.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.api.pricing.event.PriceExplanation;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a price.
 *
 * @param position of its event
 * @param kind the name of its event, such as {@code PriceChanged}
 * @param at business time; null for a policy
 * @param id of the proposal or schedule, where there is one
 * @param amount the price that was set, decided or scheduled; null where there is none
 * @param startsAt from when that price is in force; null where nothing changes
 * @param reason why it was declined, rejected or cancelled, or is outside of floor and ceiling
 * @param approvedBy who approved a proposal
 * @param policy the policy that was set
 * @param explanation how a proposal was decided
 */
public record PriceChangeView(
        long position,
        String kind,
        @Nullable Instant at,
        @Nullable String id,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,

        @Nullable Instant startsAt,
        @Nullable String reason,
        @Nullable String approvedBy,
        @Nullable PricingPolicyView policy,
        @Nullable PriceExplanation explanation) {}
