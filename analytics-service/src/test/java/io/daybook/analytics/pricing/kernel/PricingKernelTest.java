package io.daybook.analytics.pricing.kernel;

import static io.daybook.analytics.pricing.kernel.Offers.FLOWING;
import static io.daybook.analytics.pricing.kernel.Offers.HOUR;
import static io.daybook.analytics.pricing.kernel.Offers.NOON;
import static io.daybook.analytics.pricing.kernel.Offers.amount;
import static io.daybook.analytics.pricing.kernel.Offers.guardrails;
import static io.daybook.analytics.pricing.kernel.Offers.inputs;
import static io.daybook.analytics.pricing.kernel.Offers.strategy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PricingKernelTest {

    private static final List<Integer> FIRST_OF_SPRING = List.of(2, 4, 5, 15, 16, 18, 20, 21, 23, 24, 28, 29, 30, 39);
    private static final Strategy GREEDY = strategy(Mode.AUTOMATIC, Exploration.NONE);

    @Test
    void movesToThePriceThatPromisesMostWithinTheGuardrails() {
        PricingDecision decision = PricingKernel.decide(inputs(GREEDY, NOON.minus(HOUR), FLOWING, null));

        assertThat(decision.verdict()).isEqualTo(Verdict.MOVE);
        assertThat(decision.price()).isEqualTo(amount(8.95));
        assertThat(decision.gain()).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = "OFF", mode = EnumSource.Mode.EXCLUDE)
    void decidesTheSameInEveryModeButOff(Mode mode) {
        assertThat(PricingKernel.decide(inputs(strategy(mode, Exploration.NONE), NOON.minus(HOUR), FLOWING, null)))
                .isEqualTo(PricingKernel.decide(inputs(GREEDY, NOON.minus(HOUR), FLOWING, null)));
    }

    @Test
    void decidesNothingWhenOff() {
        assertLeftAlone(Verdict.OFF, inputs(strategy(Mode.OFF, Exploration.NONE), NOON.minus(HOUR), FLOWING, null));
    }

    @Test
    void leavesTheControlGroupAlone() {
        Strategy controlled = new Strategy(Mode.AUTOMATIC, Objective.MARGIN, Exploration.NONE, 0.01, "spring", 1);

        assertLeftAlone(Verdict.CONTROL, inputs(controlled, NOON.minus(HOUR), FLOWING, null));
    }

    @Test
    void movesNothingWhenEventsStopComing() {
        assertLeftAlone(Verdict.FROZEN_SILENT, inputs(GREEDY, NOON.minus(HOUR), new SourceState(1_000, 0, 0), null));
        assertLeftAlone(Verdict.FROZEN_LOST, inputs(GREEDY, NOON.minus(HOUR), new SourceState(1_000, 990, 1), null));
    }

    @ParameterizedTest
    @CsvSource({"-1, TOO_SOON", "0, MOVE", "1, MOVE"})
    void waitsForTheMinimumInterval(long secondsOver, Verdict verdict) {
        Instant since = NOON.minus(HOUR).minusSeconds(secondsOver);

        assertThat(PricingKernel.decide(inputs(GREEDY, since, FLOWING, null)).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void keepsAPriceThatNoOtherNotablyBeats() {
        Strategy reluctant = new Strategy(Mode.AUTOMATIC, Objective.MARGIN, Exploration.NONE, 5, "spring", 0);

        assertLeftAlone(Verdict.KEEP, inputs(reluctant, NOON.minus(HOUR), FLOWING, null));
    }

    @Test
    void hasNoPriceWhereTheGuardrailsLeaveNone() {
        assertLeftAlone(
                Verdict.NO_PRICE,
                limited(inputs(GREEDY, NOON.minus(HOUR), FLOWING, null), new Guardrails(1, 100, 1_000L, HOUR, ".95")));
    }

    @Test
    void leavesAPriceOutsideItsLimitsHoweverLittleThatPromises() {
        Strategy reluctant = new Strategy(Mode.AUTOMATIC, Objective.MARGIN, Exploration.NONE, 5, "spring", 0);
        PricingInputs above = limited(
                inputs(reluctant, NOON.minus(HOUR), FLOWING, null),
                new Guardrails(amount(4), amount(9.5), 2_000L, HOUR, ".95"));

        assertThat(PricingKernel.decide(above).price()).isEqualTo(amount(8.95));
    }

    @Test
    void asksForRevenueWithoutACost() {
        Strategy revenue = new Strategy(Mode.AUTOMATIC, Objective.REVENUE, Exploration.NONE, 0, "spring", 0);
        PricingInputs wide = limited(
                inputs(revenue, NOON.minus(HOUR), FLOWING, null),
                new Guardrails(amount(4), amount(16), null, HOUR, ".95"));

        assertThat(PricingKernel.decide(wide).price()).isEqualTo(amount(4.95));
    }

    @Test
    void drawsAnewForEachPositionAndTheSameForTheSame() {
        Set<Double> drawn = new HashSet<>();
        for (long position = 0; position < 50; position++) {
            PricingInputs inputs = at(inputs(), position);
            assertThat(PricingKernel.decide(inputs)).isEqualTo(PricingKernel.decide(inputs));
            drawn.add(PricingKernel.decide(inputs).elasticity());
        }
        assertThat(drawn).hasSize(50);
    }

    @Test
    void neverLeavesTheGuardrails() {
        SplittableRandom random = new SplittableRandom(3);
        int moved = 0;
        for (int trial = 0; trial < 5_000; trial++) {
            PricingInputs inputs = Offers.random(random);
            PricingDecision decision = PricingKernel.decide(inputs);
            if (decision.verdict() == Verdict.MOVE) {
                long inForce = inputs.price().amount();
                moved++;
                assertThat(decision.price())
                        .as("trial %d of seed 3", trial)
                        .isBetween(
                                inputs.guardrails().lowest(inForce),
                                inputs.guardrails().highest(inForce));
            }
        }
        assertThat(moved).isGreaterThan(500);
    }

    @Test
    void theControlGroupHasItsShareAndIsDrawnAnewForEachExperiment() {
        Strategy spring = controlling("spring");
        Strategy autumn = controlling("autumn");

        long inSpring = skus().filter(sku -> spring.controls("SKU-" + sku)).count();
        long inBoth = skus().filter(sku -> spring.controls("SKU-" + sku) && autumn.controls("SKU-" + sku))
                .count();

        assertThat(inSpring / 10_000.0).isCloseTo(0.2, within(0.015));
        assertThat(inBoth / 10_000.0).isCloseTo(0.04, within(0.01));
        assertThat(skus().limit(40).filter(sku -> spring.controls("SKU-" + sku)).boxed())
                .as("the same for ever")
                .containsExactlyElementsOf(FIRST_OF_SPRING);
    }

    private static Strategy controlling(String experiment) {
        return new Strategy(Mode.AUTOMATIC, Objective.MARGIN, Exploration.NONE, 0, experiment, 0.2);
    }

    private static IntStream skus() {
        return IntStream.range(0, 10_000);
    }

    private static void assertLeftAlone(Verdict verdict, PricingInputs inputs) {
        PricingDecision decision = PricingKernel.decide(inputs);
        assertThat(decision.verdict()).isEqualTo(verdict);
        assertThat(decision.price()).isEqualTo(inputs.price().amount());
    }

    private static PricingInputs limited(PricingInputs inputs, Guardrails guardrails) {
        return changed(inputs, inputs.position(), guardrails);
    }

    private static PricingInputs at(PricingInputs inputs, long position) {
        return changed(inputs, position, guardrails());
    }

    private static PricingInputs changed(PricingInputs inputs, long position, Guardrails guardrails) {
        return new PricingInputs(
                inputs.sku(),
                position,
                inputs.at(),
                inputs.price(),
                guardrails,
                inputs.strategy(),
                inputs.cost(),
                inputs.estimate(),
                inputs.category(),
                inputs.stock(),
                inputs.source(),
                inputs.evidence());
    }
}
