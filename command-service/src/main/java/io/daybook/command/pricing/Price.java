package io.daybook.command.pricing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.command.ApproveProposal;
import io.daybook.api.pricing.command.CancelScheduledPrice;
import io.daybook.api.pricing.command.PriceInForce;
import io.daybook.api.pricing.command.PricingPolicy;
import io.daybook.api.pricing.command.ProposalDecision;
import io.daybook.api.pricing.command.ProposePrice;
import io.daybook.api.pricing.command.QuoteListPrice;
import io.daybook.api.pricing.command.RejectProposal;
import io.daybook.api.pricing.command.SchedulePrice;
import io.daybook.api.pricing.command.SetListPrice;
import io.daybook.api.pricing.command.SetPricingPolicy;
import io.daybook.api.pricing.command.SetPricingStrategy;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceProposalDeclined;
import io.daybook.api.pricing.event.PriceProposalRejected;
import io.daybook.api.pricing.event.PriceProposed;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.PricingPolicySet;
import io.daybook.api.pricing.event.PricingStrategySet;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.command.platform.IdNamesSameContent;
import io.daybook.command.platform.Rejected;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The list price of a SKU, in one currency. Humans set it, at once or from a future time on; engines propose it, and
 * the policy decides: declined, held to its limits and changed, or open until a human approves or rejects it. One
 * proposal is open at most. The price in force at a time is the one of the latest start by then.
 */
@Aggregate(commandTargetResolver = "byAggregateId", cache = "aggregateCache")
class Price {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private @Nullable String currency;
    private @Nullable PolicyInForce policy;
    private @Nullable PricingStrategySet strategy;
    private final PriceTimeline timeline = new PriceTimeline();
    private final Proposals proposals = new Proposals();

    Price() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetListPrice command) {
        Instant start = command.validFrom();
        new PriceKeepsItsCurrency(command.sku(), currency, command.price().currency()).enforce();
        if (timeline.starts(start, command.price().amount())) {
            return;
        }
        if (start.isAfter(command.setAt())) {
            new StartIsFree(start, timeline.hasStart(start)).enforce();
            decide(timeline.newlyScheduled(command));
            return;
        }
        new PriceTimesMoveForward(command.sku(), timeline.latest(command.setAt()), start).enforce();
        ListPriceKeepsToPolicy limits =
                new ListPriceKeepsToPolicy(limits(), command.price().amount(), command.overrideReason());
        limits.enforce();
        apply(new ListPriceSet(
                command.sku(), command.price().amount(), command.price().currency(), start, limits.overrideInNeed()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetPricingPolicy command) {
        new PriceKeepsItsCurrency(command.sku(), currency, command.policy().currency()).enforce();
        if (policy == null || !policy.isSame(command.policy())) {
            apply(PolicyInForce.event(command.sku(), command.policy()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetPricingStrategy command) {
        new PriceKeepsItsCurrency(command.sku(), currency, command.strategy().currency()).enforce();
        PricingStrategySet wanted = Strategies.event(command.sku(), command.strategy());
        if (strategy == null || !Strategies.isSame(strategy, wanted)) {
            apply(wanted);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SchedulePrice command) {
        new PriceKeepsItsCurrency(command.sku(), currency, command.price().currency()).enforce();
        PriceScheduled known = timeline.scheduled(command.scheduleId());
        if (known != null) {
            boolean same = known.amount().compareTo(command.price().amount()) == 0
                    && known.startsAt().equals(command.startsAt());
            new IdNamesSameContent(command.scheduleId(), same).enforce();
            return;
        }
        new ScheduledPriceIsToCome(command.scheduleId(), command.startsAt(), command.scheduledAt()).enforce();
        new StartIsFree(command.startsAt(), timeline.hasStart(command.startsAt())).enforce();
        ListPriceKeepsToPolicy limits =
                new ListPriceKeepsToPolicy(limits(), command.price().amount(), command.overrideReason());
        limits.enforce();
        apply(new PriceScheduled(
                command.sku(),
                command.scheduleId(),
                command.price().amount(),
                command.price().currency(),
                command.startsAt(),
                command.scheduledAt(),
                limits.overrideInNeed()));
    }

    @CommandHandler
    void decide(CancelScheduledPrice command) {
        PriceScheduled known = timeline.scheduled(command.scheduleId());
        if (known == null) {
            throw new Rejected(
                    RejectionCode.SCHEDULED_PRICE_UNKNOWN, "There is no scheduled price " + command.scheduleId());
        }
        if (timeline.isCancelled(command.scheduleId())) {
            return;
        }
        new ScheduledPriceIsToCome(command.scheduleId(), known.startsAt(), command.cancelledAt()).enforce();
        apply(new ScheduledPriceCancelled(
                command.sku(), command.scheduleId(), command.reason(), command.cancelledAt()));
    }

    @CommandHandler
    ProposalDecision decide(ProposePrice command) {
        ProposalDecision before = proposals.decided(command);
        if (before != null) {
            return before;
        }
        new PriceKeepsItsCurrency(command.sku(), currency, command.price().currency()).enforce();
        PriceGuard guard = new PriceGuard(inForce(command.sku(), command.decidedAt()), policy);
        apply(guard.decide(command, proposals.open()));
        return Objects.requireNonNull(proposals.decided(command), "a proposal that was not decided");
    }

    @CommandHandler
    void decide(ApproveProposal command) {
        PriceProposed open = proposals.open(command.proposalId(), Proposals.State.APPROVED);
        if (open != null) {
            PriceGuard guard = new PriceGuard(inForce(command.sku(), command.approvedAt()), policy);
            apply(guard.approve(command, open));
        }
    }

    @CommandHandler
    void decide(RejectProposal command) {
        if (proposals.open(command.proposalId(), Proposals.State.REJECTED) != null) {
            apply(new PriceProposalRejected(
                    command.sku(), command.proposalId(), command.reason(), command.rejectedAt()));
        }
    }

    @CommandHandler
    PriceInForce answer(QuoteListPrice question) {
        return inForce(question.sku(), question.at());
    }

    private PriceInForce inForce(String sku, Instant time) {
        return timeline.at(time, Objects.requireNonNull(currency, "a price without a currency"))
                .orElseThrow(() -> new Rejected(
                        RejectionCode.PRICE_UNKNOWN, "There is no price of %s at %s".formatted(sku, time)));
    }

    private @Nullable PricingPolicy limits() {
        return policy == null ? null : policy.policy();
    }

    @EventSourcingHandler
    void on(ListPriceSet event, @SequenceNumber long sequence) {
        begin(event.sku(), event.currency());
        timeline.set(event.validFrom(), event.amount(), sequence);
    }

    @EventSourcingHandler
    void on(PricingPolicySet event, @SequenceNumber long sequence) {
        begin(event.sku(), event.currency());
        policy = PolicyInForce.of(event, sequence);
    }

    @EventSourcingHandler
    void on(PricingStrategySet event) {
        begin(event.sku(), event.currency());
        strategy = event;
    }

    @EventSourcingHandler
    void on(PriceScheduled event, @SequenceNumber long sequence) {
        begin(event.sku(), event.currency());
        timeline.schedule(event, sequence);
    }

    @EventSourcingHandler
    void on(ScheduledPriceCancelled event) {
        timeline.cancel(event.scheduleId());
    }

    @EventSourcingHandler
    void on(PriceChanged event, @SequenceNumber long sequence) {
        timeline.set(event.changedAt(), event.amount(), sequence);
        proposals.add(event);
    }

    @EventSourcingHandler
    void on(PriceProposed event) {
        proposals.add(event);
    }

    @EventSourcingHandler
    void on(PriceProposalDeclined event) {
        proposals.add(event);
    }

    @EventSourcingHandler
    void on(PriceProposalRejected event) {
        proposals.close(event.proposalId(), Proposals.State.REJECTED);
    }

    private void begin(String sku, String firstCurrency) {
        id = "price:" + sku;
        currency = firstCurrency;
    }
}
