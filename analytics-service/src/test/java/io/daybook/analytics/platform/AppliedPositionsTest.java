package io.daybook.analytics.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AppliedPositionsTest {

    private final AppliedPositions applied = new AppliedPositions("test");

    @Test
    void knowsTheStoredPositionAndNoOffsetBeforeTheFirstEvent() {
        applied.opened(0, 41);

        assertThat(applied.openPartitions()).isEqualTo(1);
        assertThat(applied.highestPosition()).isEqualTo(41);
        assertThat(applied.nextOffset(0)).isEmpty();
    }

    @Test
    void neverGoesBackWhenADuplicateComes() {
        applied.opened(0, 0);
        applied.opened(1, 0);
        applied.applied(0, 5, 42);
        applied.applied(0, 6, 40);
        applied.applied(1, 9, 12);

        assertThat(applied.highestPosition()).isEqualTo(42);
        assertThat(applied.nextOffset(0)).hasValue(7);
    }

    @Test
    void forgetsAPartitionThatWentAway() {
        applied.opened(0, 0);
        applied.applied(0, 5, 42);
        applied.closed(0);
        applied.opened(0, 30);

        assertThat(applied.highestPosition()).isEqualTo(30);
        assertThat(applied.nextOffset(0)).isEmpty();
    }
}
