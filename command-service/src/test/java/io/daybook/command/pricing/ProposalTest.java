package io.daybook.command.pricing;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.Money;
import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.Prices;
import io.daybook.api.pricing.command.DeclineReason;
import io.daybook.api.pricing.command.PricingMode;
import io.daybook.api.pricing.command.PricingRule;
import io.daybook.api.pricing.command.ProposalDecision;
import io.daybook.api.pricing.command.ProposalDecision.Outcome;
import io.daybook.api.pricing.command.ProposePrice;
import io.daybook.api.pricing.command.RejectProposal;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceExplanation;
import io.daybook.api.pricing.event.PriceProposalDeclined;
import io.daybook.api.pricing.event.PriceProposalRejected;
import io.daybook.api.pricing.event.PriceProposed;
import io.daybook.api.pricing.event.PricingPolicySet;
import io.daybook.command.Fixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.CoreMatchers;
import org.hamcrest.CustomTypeSafeMatcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalTest {

    private static final ListPriceSet SET = Prices.wasSet("5.00", Prices.VALID_FROM);
    private static final PricingPolicySet AUTOMATIC = Prices.policyWasSet(PricingMode.AUTOMATIC);
    private static final PricingPolicySet PROPOSE = Prices.policyWasSet(PricingMode.PROPOSE);
    private static final Instant MUCH_LATER = Prices.LATER.plus(Duration.ofDays(5));

    private final FixtureConfiguration<Price> price = Fixtures.of(Price.class);

    @Test
    void changesThePriceAtOnceAndExplainsIt() {
        price.given(SET, AUTOMATIC)
                .when(Prices.propose("P-1", "7.00"))
                .expectEvents(changed("P-1", "5.50", Prices.LATER, explanation("7.00", PricingRule.LARGEST_STEP)))
                .expectResultMessagePayload(new ProposalDecision(
                        "P-1",
                        Outcome.CHANGED,
                        new BigDecimal("7.00"),
                        new BigDecimal("5.50"),
                        "GBP",
                        List.of(PricingRule.LARGEST_STEP),
                        PricingRule.LARGEST_STEP,
                        null,
                        null));
    }

    @Test
    void waitsForApprovalAndTakesThePlaceOfTheOneBefore() {
        price.given(SET, PROPOSE).when(Prices.propose("P-1", "5.20")).expectEvents(proposed("P-1", "5.20", null));
        price.given(SET, PROPOSE, proposed("P-1", "5.20", null))
                .when(Prices.propose("P-2", "5.30"))
                .expectEvents(proposed("P-2", "5.30", "P-1"));
    }

    @Test
    void waitsForApprovalWhereItsProposerWantsThatWhateverThePolicySays() {
        ProposePrice careful = Prices.propose("P-1", "5.20");
        price.given(SET, AUTOMATIC)
                .when(new ProposePrice(
                        careful.sku(),
                        careful.proposalId(),
                        careful.price(),
                        careful.proposer(),
                        careful.inputs(),
                        true,
                        careful.basis(),
                        careful.proposedAt(),
                        careful.decidedAt()))
                .expectEvents(proposed("P-1", "5.20", null));
    }

    @Test
    void isDeclinedWhereHumansAloneSetThePrice() {
        price.given(SET)
                .when(Prices.propose("P-1", "5.20"))
                .expectEvents(declined("5.20", DeclineReason.MODE_MANUAL, null, null));
        price.given(SET, Prices.policyWasSet(PricingMode.MANUAL))
                .when(Prices.propose("P-1", "5.20"))
                .expectEvents(declined("5.20", DeclineReason.MODE_MANUAL, null, 1L));
    }

    @Test
    void isDeclinedWhereThePriceIsAnotherThanItWasComputedFrom() {
        price.given(Prices.wasSet("4.00", Prices.VALID_FROM.minusSeconds(1)), SET, AUTOMATIC)
                .when(Prices.propose("P-1", "5.20"))
                .expectResultMessagePayload(decision("5.20", DeclineReason.STALE_BASIS, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void isDeclinedBeforeTheIntervalIsOver(long nanos) {
        Instant earliest = Prices.VALID_FROM.plus(Duration.ofDays(1));
        var result = price.given(SET, AUTOMATIC).when(Prices.propose("P-1", "5.20", 0, earliest.plusNanos(nanos)));
        if (nanos < 0) {
            result.expectResultMessagePayload(decision("5.20", DeclineReason.MINIMUM_INTERVAL, earliest));
        } else {
            result.expectSuccessfulHandlerExecution()
                    .expectEventsMatching(Matchers.payloadsMatching(
                            Matchers.exactSequenceOf(CoreMatchers.instanceOf(PriceChanged.class))));
        }
    }

    @ParameterizedTest
    @CsvSource({".49,5.00,NO_PRICE_FITS", ",5.00,NO_CHANGE", ",5.001,NO_CHANGE"})
    void isDeclinedWhereTheLimitsLeaveNothingOrNothingNew(
            @Nullable String ending, String amount, DeclineReason reason) {
        price.given(
                        Prices.wasSet("5.00", Prices.VALID_FROM),
                        Prices.policyWasSet(PricingMode.AUTOMATIC, ending(ending)))
                .when(Prices.propose("P-1", amount))
                .expectResultMessageMatching(new CustomTypeSafeMatcher<>(reason.name()) {
                    @Override
                    protected boolean matchesSafely(CommandResultMessage<?> result) {
                        return ((ProposalDecision) result.getPayload()).reason() == reason;
                    }
                });
    }

    private static @Nullable String ending(@Nullable String ending) {
        // a tenth around 5.00 has no price that ends in 9.49
        return ending == null ? null : "9" + ending;
    }

    @Test
    void isDecidedOnce() {
        PriceChanged changed = changed("P-1", "5.50", Prices.LATER, explanation("7.00", PricingRule.LARGEST_STEP));
        price.given(SET, AUTOMATIC, changed)
                .when(Prices.propose("P-1", "7.0", 0, MUCH_LATER))
                .expectNoEvents()
                .expectResultMessagePayload(new ProposalDecision(
                        "P-1",
                        Outcome.CHANGED,
                        new BigDecimal("7.00"),
                        new BigDecimal("5.50"),
                        "GBP",
                        List.of(PricingRule.LARGEST_STEP),
                        PricingRule.LARGEST_STEP,
                        null,
                        null));
        price.given(SET, AUTOMATIC, changed)
                .when(Prices.propose("P-1", "7.01"))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    @Test
    void isRefusedInAnotherCurrencyAndWhereThereIsNoPrice() {
        ProposePrice euros = new ProposePrice(
                Prices.SKU, "P-1", Money.of("5", "EUR"), Prices.PROPOSER, Map.of(), 0, Prices.LATER, Prices.LATER);
        price.given(SET, AUTOMATIC).when(euros).expectException(refusal(RejectionCode.PRICE_CURRENCY_IS_FIXED));
        price.given(AUTOMATIC)
                .when(Prices.propose("P-1", "5.20"))
                .expectException(refusal(RejectionCode.PRICE_UNKNOWN));
    }

    @Test
    void takesEffectWhenItIsApprovedOnce() {
        PriceChanged approved = approved("P-1", "5.20");
        price.given(SET, PROPOSE, proposed("P-1", "5.20", null))
                .when(Prices.approve("P-1", MUCH_LATER))
                .expectEvents(approved);
        price.given(SET, PROPOSE, proposed("P-1", "5.20", null), approved)
                .when(Prices.approve("P-1", MUCH_LATER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isNotApprovedWhenThePriceHasChangedSince() {
        price.given(SET, PROPOSE, proposed("P-1", "5.20", null), Prices.wasSet("5.10", Prices.LATER))
                .when(Prices.approve("P-1", MUCH_LATER))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.PROPOSAL_STALE));
    }

    @Test
    void isNotApprovedWhenThePolicyDoesNotLetItPassAnyMore() {
        for (PricingPolicySet now :
                List.of(Prices.policyWasSet(PricingMode.MANUAL), Prices.policyWasSet(PricingMode.PROPOSE, ".99"))) {
            price.given(SET, PROPOSE, proposed("P-1", "5.20", null), now)
                    .when(Prices.approve("P-1", MUCH_LATER))
                    .expectNoEvents()
                    .expectException(refusal(RejectionCode.POLICY_FORBIDS_PRICE));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void isNotApprovedBeforeTheIntervalOfNowIsOver(long nanos) {
        PricingPolicySet patient = new PricingPolicySet(
                Prices.SKU, "GBP", BigDecimal.ONE, BigDecimal.TEN, null, "PT120H", null, "PROPOSE");
        Instant time = Prices.VALID_FROM.plus(Duration.ofDays(5)).plusNanos(nanos);
        var result = price.given(SET, PROPOSE, proposed("P-1", "5.20", null), patient)
                .when(Prices.approve("P-1", time));
        if (nanos < 0) {
            result.expectNoEvents().expectException(refusal(RejectionCode.POLICY_FORBIDS_PRICE));
        } else {
            result.expectEvents(new PriceChanged(
                    Prices.SKU, "P-1", new BigDecimal("5.20"), "GBP", time, "ann", explanation("5.20", 3L)));
        }
    }

    @Test
    void isApprovedOrRejectedOnlyWhileItIsOpen() {
        PriceProposed first = proposed("P-1", "5.20", null);
        PriceProposed second = proposed("P-2", "5.30", "P-1");
        price.given(SET, PROPOSE, first, second)
                .when(Prices.approve("P-1", MUCH_LATER))
                .expectException(refusal(RejectionCode.PROPOSAL_NOT_OPEN));
        price.given(SET, PROPOSE, first, second)
                .when(Prices.reject("P-1"))
                .expectException(refusal(RejectionCode.PROPOSAL_NOT_OPEN));
        price.given(SET, PROPOSE)
                .when(Prices.approve("P-9", MUCH_LATER))
                .expectException(refusal(RejectionCode.PROPOSAL_UNKNOWN));
        price.given(SET, PROPOSE, first, rejected())
                .when(Prices.approve("P-1", MUCH_LATER))
                .expectException(refusal(RejectionCode.PROPOSAL_NOT_OPEN));
    }

    @Test
    void isRejectedOnce() {
        price.given(SET, PROPOSE, proposed("P-1", "5.20", null))
                .when(Prices.reject("P-1"))
                .expectEvents(rejected());
        price.given(SET, PROPOSE, proposed("P-1", "5.20", null), rejected())
                .when(new RejectProposal(Prices.SKU, "P-1", "again", MUCH_LATER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static PriceExplanation explanation(String requested, PricingRule... rules) {
        return explanation(requested, 1L, rules);
    }

    private static PriceExplanation explanation(String requested, @Nullable Long policy, PricingRule... rules) {
        return new PriceExplanation(
                new BigDecimal(requested),
                new BigDecimal("5.00"),
                Arrays.stream(rules).map(PricingRule::name).toList(),
                rules.length == 0 ? null : rules[0].name(),
                policy,
                0,
                Prices.PROPOSER,
                Prices.INPUTS,
                Prices.LATER.minusSeconds(1));
    }

    private static PriceChanged changed(String id, String amount, Instant at, PriceExplanation explanation) {
        return new PriceChanged(Prices.SKU, id, new BigDecimal(amount), "GBP", at, null, explanation);
    }

    private static PriceChanged approved(String id, String amount) {
        return new PriceChanged(Prices.SKU, id, new BigDecimal(amount), "GBP", MUCH_LATER, "ann", explanation(amount));
    }

    private static PriceProposed proposed(String id, String amount, @Nullable String supersedes) {
        return new PriceProposed(
                Prices.SKU, id, new BigDecimal(amount), "GBP", Prices.LATER, supersedes, explanation(amount));
    }

    private static PriceProposalRejected rejected() {
        return new PriceProposalRejected(Prices.SKU, "P-1", "too near Christmas", Prices.LATER);
    }

    private static PriceProposalDeclined declined(
            String requested, DeclineReason reason, @Nullable Instant earliest, @Nullable Long policy) {
        return new PriceProposalDeclined(
                Prices.SKU, "P-1", "GBP", reason.name(), earliest, Prices.LATER, explanation(requested, policy));
    }

    private static ProposalDecision decision(String requested, DeclineReason reason, @Nullable Instant earliest) {
        return new ProposalDecision(
                "P-1", Outcome.DECLINED, new BigDecimal(requested), null, "GBP", List.of(), null, reason, earliest);
    }
}
