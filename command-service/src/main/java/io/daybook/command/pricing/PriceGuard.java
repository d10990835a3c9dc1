package io.daybook.command.pricing;

import io.daybook.api.pricing.command.ApproveProposal;
import io.daybook.api.pricing.command.DeclineReason;
import io.daybook.api.pricing.command.PriceInForce;
import io.daybook.api.pricing.command.PricingMode;
import io.daybook.api.pricing.command.PricingRule;
import io.daybook.api.pricing.command.ProposePrice;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceExplanation;
import io.daybook.api.pricing.event.PriceInput;
import io.daybook.api.pricing.event.PriceProposalDeclined;
import io.daybook.api.pricing.event.PriceProposed;
import io.daybook.api.pricing.event.PricingEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stands between a proposal and the price in force: whatever is proposed, what comes out keeps to the policy. */
record PriceGuard(PriceInForce inForce, @Nullable PolicyInForce policyInForce) {

    private static final GuardedPrice NONE = new GuardedPrice(null, List.of(), null);

    /** What becomes of a proposal: changed, proposed or declined. */
    PricingEvent decide(ProposePrice command, @Nullable PriceProposed open) {
        PolicyInForce known = policyInForce;
        if (known == null || known.policy().mode() == PricingMode.MANUAL) {
            return declined(command, NONE, DeclineReason.MODE_MANUAL, null);
        }
        if (command.basis() != inForce.version()) {
            return declined(command, NONE, DeclineReason.STALE_BASIS, null);
        }
        Instant earliest = inForce.since().plus(known.policy().minimumInterval());
        if (command.decidedAt().isBefore(earliest)) {
            return declined(command, NONE, DeclineReason.MINIMUM_INTERVAL, earliest);
        }
        GuardedPrice guarded = PriceGuardKernel.guard(command.price().amount(), amountInForce(), known.policy());
        BigDecimal price = guarded.price();
        if (price == null) {
            return declined(command, guarded, DeclineReason.NO_PRICE_FITS, null);
        }
        if (price.compareTo(amountInForce()) == 0) {
            return declined(command, guarded, DeclineReason.NO_CHANGE, null);
        }
        return known.policy().mode() == PricingMode.AUTOMATIC && !command.forApproval()
                ? new PriceChanged(
                        command.sku(),
                        command.proposalId(),
                        price,
                        command.price().currency(),
                        command.decidedAt(),
                        null,
                        explanation(command, guarded))
                : new PriceProposed(
                        command.sku(),
                        command.proposalId(),
                        price,
                        command.price().currency(),
                        command.decidedAt(),
                        open == null ? null : open.proposalId(),
                        explanation(command, guarded));
    }

    /** An open proposal as the price from now on; refused where price or policy do not let it pass any more. */
    PriceChanged approve(ApproveProposal command, PriceProposed open) {
        PriceExplanation before = open.explanation();
        new ProposalIsFresh(open.proposalId(), before.basis(), inForce.version()).enforce();
        new PolicyLetsPricePass(policyInForce, inForce, open.amount(), command.approvedAt()).enforce();
        return new PriceChanged(
                open.sku(),
                open.proposalId(),
                open.amount(),
                open.currency(),
                command.approvedAt(),
                command.approver(),
                new PriceExplanation(
                        before.requested(),
                        before.previous(),
                        before.rules(),
                        before.decisiveRule(),
                        policyVersion(),
                        before.basis(),
                        before.proposer(),
                        before.inputs(),
                        before.proposedAt()));
    }

    private PriceProposalDeclined declined(
            ProposePrice command, GuardedPrice guarded, DeclineReason reason, @Nullable Instant earliest) {
        return new PriceProposalDeclined(
                command.sku(),
                command.proposalId(),
                command.price().currency(),
                reason.name(),
                earliest,
                command.decidedAt(),
                explanation(command, guarded));
    }

    private PriceExplanation explanation(ProposePrice command, GuardedPrice guarded) {
        PricingRule decisive = guarded.decisive();
        return new PriceExplanation(
                command.price().amount(),
                amountInForce(),
                guarded.rules().stream().map(PricingRule::name).toList(),
                decisive == null ? null : decisive.name(),
                policyVersion(),
                command.basis(),
                command.proposer(),
                inputs(command.inputs()),
                command.proposedAt());
    }

    static List<PriceInput> inputs(Map<String, String> inputs) {
        return inputs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(input -> new PriceInput(input.getKey(), input.getValue()))
                .toList();
    }

    private BigDecimal amountInForce() {
        return inForce.price().amount();
    }

    private @Nullable Long policyVersion() {
        return policyInForce == null ? null : policyInForce.version();
    }
}
