package io.daybook.analytics.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AppliedPositionsTest {

    private final AppliedPositions applied = new AppliedPositions("test");

    @Test
    void knowsTheStoredPositionAndNoOffsetBeforeTheFirstEvent() {
        applied.opened(0, 41);

        assertThat(applied.openPartitions()).containsExactly(0);
        assertThat(highestPosition()).isEqualTo(41);
        assertThat(nextOffset(0)).isEmpty();
    }

    @Test
    void neverGoesBackWhenADuplicateComes() {
        applied.opened(0, 0);
        applied.opened(1, 0);
        applied.applied(0, 5, 42);
        applied.applied(0, 6, 40);
        applied.applied(1, 9, 12);

        assertThat(highestPosition()).isEqualTo(42);
        assertThat(nextOffset(0)).hasValue(7);
    }

    @Test
    void forgetsAPartitionThatWentAway() {
        applied.opened(0, 0);
        applied.applied(0, 5, 42);
        applied.closed(0);
        applied.opened(0, 30);

        assertThat(highestPosition()).isEqualTo(30);
        assertThat(nextOffset(0)).isEmpty();
    }

    private long highestPosition() {
        return applied.open().values().stream()
                .mapToLong(AppliedPositions.Applied::position)
                .max()
                .orElse(0);
    }

    private OptionalLong nextOffset(int partition) {
        return Objects.requireNonNull(applied.open().get(partition)).nextOffset();
    }
}
