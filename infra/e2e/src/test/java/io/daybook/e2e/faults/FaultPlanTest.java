package io.daybook.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultPlanTest {

    @Test
    void hasEveryKindOfFaultInEveryRound() {
        FaultPlan plan = new FaultPlan(1);

        for (int round = 0; round < 20; round++) {
            assertThat(plan.nextRound()).extracting(Fault::kind).contains(Fault.Kind.values());
        }
    }

    @Test
    void isTheSameForTheSameSeed() {
        FaultPlan plan = new FaultPlan(7);
        FaultPlan again = new FaultPlan(7);

        for (int round = 0; round < 3; round++) {
            assertThat(plan.nextRound()).isEqualTo(again.nextRound());
        }
    }

    @Test
    void isAnotherForAnotherSeed() {
        assertThat(new FaultPlan(1).nextRound()).isNotEqualTo(new FaultPlan(2).nextRound());
    }
}
