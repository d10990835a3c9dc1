package io.daybook.api.pricing.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a proposal was decided as it was.
 *
 * @param requested the price proposed
 * @param previous the price in force when it was decided
 * @param rules every rule that bound, {@code FLOOR}, {@code CEILING}, {@code LARGEST_STEP}, {@code ENDING} or
 *     {@code SMALLEST_UNIT}
 * @param decisiveRule the one of them that made the price what it is; null where none bound
 * @param policyVersion the sequence number of the policy's event; null where there was no policy
 * @param basis the version of the price that the proposal was computed from
 * @param inputs by name
 * @param proposedAt when the proposer says it did so
 */
public record PriceExplanation(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal requested,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal previous,
        List<String> rules,
        @Nullable String decisiveRule,
        @Nullable Long policyVersion,
        long basis,
        String proposer,
        List<PriceInput> inputs,
        Instant proposedAt) {}
