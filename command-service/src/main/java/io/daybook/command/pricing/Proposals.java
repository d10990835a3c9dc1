package io.daybook.command.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.command.DeclineReason;
import io.daybook.api.pricing.command.PricingRule;
import io.daybook.api.pricing.command.ProposalDecision;
import io.daybook.api.pricing.command.ProposalDecision.Outcome;
import io.daybook.api.pricing.command.ProposePrice;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceExplanation;
import io.daybook.api.pricing.event.PriceProposalDeclined;
import io.daybook.api.pricing.event.PriceProposed;
import io.daybook.command.platform.IdNamesSameContent;
import io.daybook.command.platform.Rejected;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The proposals for a price: the one that waits for approval, and how the latest ones were decided. */
final class Proposals {

    /** How many decisions are kept; a proposal from before them that comes again is decided as a new one. */
    private static final int REMEMBERED = 200;

    private final Map<String, Proposal> known = new LinkedHashMap<>();
    private @Nullable PriceProposed open;

    /** How the proposal was decided; null where it is new. */
    @Nullable ProposalDecision decided(ProposePrice command) {
        Proposal before = known.get(command.proposalId());
        if (before == null) {
            return null;
        }
        new IdNamesSameContent(command.proposalId(), before.isAskedAgainBy(command)).enforce();
        return before.decision();
    }

    @Nullable PriceProposed open() {
        return open;
    }

    /** The open proposal of this id; null where it is in this state, which the caller wants, already. */
    @Nullable PriceProposed open(String proposalId, State wanted) {
        if (open != null && open.proposalId().equals(proposalId)) {
            return open;
        }
        Proposal proposal = known.get(proposalId);
        if (proposal == null) {
            throw new Rejected(
                    RejectionCode.PROPOSAL_UNKNOWN, "There is no proposal %s any more".formatted(proposalId));
        }
        if (proposal.state() != wanted) {
            throw new Rejected(
                    RejectionCode.PROPOSAL_NOT_OPEN, "The proposal %s is %s".formatted(proposalId, proposal.state()));
        }
        return null;
    }

    void add(PriceProposed event) {
        if (open != null) {
            move(open.proposalId(), State.SUPERSEDED);
        }
        open = event;
        remember(
                State.OPEN,
                event.explanation(),
                decision(event.proposalId(), Outcome.PROPOSED, event.amount(), event.currency(), event.explanation()));
    }

    void add(PriceChanged event) {
        if (event.approvedBy() != null) {
            close(event.proposalId(), State.APPROVED);
            return;
        }
        remember(
                State.CHANGED,
                event.explanation(),
                decision(event.proposalId(), Outcome.CHANGED, event.amount(), event.currency(), event.explanation()));
    }

    void add(PriceProposalDeclined event) {
        PriceExplanation why = event.explanation();
        remember(
                State.DECLINED,
                why,
                new ProposalDecision(
                        event.proposalId(),
                        Outcome.DECLINED,
                        why.requested(),
                        null,
                        event.currency(),
                        why.rules().stream().map(PricingRule::valueOf).toList(),
                        null,
                        DeclineReason.valueOf(event.reason()),
                        event.earliest()));
    }

    void close(String proposalId, State state) {
        move(proposalId, state);
        open = null;
    }

    private static ProposalDecision decision(
            String proposalId, Outcome outcome, BigDecimal amount, String currency, PriceExplanation why) {
        return new ProposalDecision(
                proposalId,
                outcome,
                why.requested(),
                amount,
                currency,
                why.rules().stream().map(PricingRule::valueOf).toList(),
                why.decisiveRule() == null ? null : PricingRule.valueOf(why.decisiveRule()),
                null,
                (Instant) null);
    }

    private void remember(State state, PriceExplanation explanation, ProposalDecision decision) {
        known.put(decision.proposalId(), new Proposal(state, explanation, decision));
        if (known.size() > REMEMBERED) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private void move(String proposalId, State state) {
        known.computeIfPresent(
                proposalId, (_, proposal) -> new Proposal(state, proposal.explanation(), proposal.decision()));
    }

    /** Where a proposal stands. */
    enum State {
        OPEN,
        CHANGED,
        APPROVED,
        REJECTED,
        SUPERSEDED,
        DECLINED
    }

    private record Proposal(State state, PriceExplanation explanation, ProposalDecision decision) {

        boolean isAskedAgainBy(ProposePrice command) {
            return explanation.requested().compareTo(command.price().amount()) == 0
                    && Objects.equals(decision.currency(), command.price().currency())
                    && explanation.basis() == command.basis()
                    && explanation.proposer().equals(command.proposer())
                    && explanation.inputs().equals(PriceGuard.inputs(command.inputs()));
        }
    }
}
