package io.daybook.analytics.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailureBudgetTest {

    private Instant now = Instant.parse("2011-11-14T09:00:00Z");
    private final FailureBudget budget = new FailureBudget(2, Duration.ofMinutes(1), () -> now);

    @Test
    void allowsSoManyFailuresAndNoMore() {
        assertThat(budget.allowsOneMore()).isTrue();
        assertThat(budget.allowsOneMore()).isTrue();
        assertThat(budget.allowsOneMore()).isFalse();
    }

    @Test
    void forgetsFailuresThatAreLongAgo() {
        budget.allowsOneMore();
        now = now.plusSeconds(30);
        budget.allowsOneMore();
        now = now.plusSeconds(30);

        assertThat(budget.allowsOneMore()).isTrue();
        assertThat(budget.allowsOneMore()).isFalse();
    }
}
