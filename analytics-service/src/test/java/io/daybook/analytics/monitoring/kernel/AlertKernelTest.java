package io.daybook.analytics.monitoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.daybook.analytics.monitoring.kernel.AlertKernel.Change;
import io.daybook.analytics.monitoring.kernel.AlertKernel.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertKernelTest {

    private static List<Change> changes(AlertKernel kernel, double... scores) {
        List<Change> changes = new ArrayList<>();
        for (int at = 0; at < scores.length; at++) {
            changes.addAll(kernel.score(at, scores[at]));
        }
        return changes;
    }

    @Test
    void makesOneAlertOfADisturbanceThatFlickers() {
        assertThat(changes(new AlertKernel(0.9, 0.4, 2), 0, 0.95, 0.5, 0.2, 0.92, 0.5, 0.1, 0.1, 0.1, 0.1))
                .containsExactly(new Change(Kind.OPENED, 1, 1, 0.95), new Change(Kind.CLOSED, 1, 7, 0.95));
    }

    @Test
    void saysWhenItGetsWorse() {
        assertThat(changes(new AlertKernel(0.9, 0.4, 2), 0.9, 0.91, 0.905, 0.99))
                .containsExactly(
                        new Change(Kind.OPENED, 0, 0, 0.9),
                        new Change(Kind.WORSENED, 0, 1, 0.91),
                        new Change(Kind.WORSENED, 0, 3, 0.99));
    }

    @Test
    void opensAtItsThresholdAndNotBelow() {
        assertThat(changes(new AlertKernel(0.9, 0.4, 2), 0.8999, 0.5, 0.8999)).isEmpty();
        assertThat(changes(new AlertKernel(0.9, 0.4, 2), 0.9)).hasSize(1);
    }

    @Test
    void opensAnotherAfterTheQuiet() {
        AlertKernel kernel = new AlertKernel(0.9, 0.4, 5);
        kernel.score(0, 0.95);

        assertThat(kernel.score(6, 0.96))
                .containsExactly(new Change(Kind.CLOSED, 0, 5, 0.95), new Change(Kind.OPENED, 6, 6, 0.96));
    }

    @Test
    void goesOnFromItsState() {
        AlertKernel live = new AlertKernel(0.9, 0.4, 2);
        live.score(1, 0.95);
        AlertKernel restarted = new AlertKernel(0.9, 0.4, 2);
        restarted.goOnFrom(live.state());

        assertThat(restarted.score(2, 0.97)).containsExactly(new Change(Kind.WORSENED, 1, 2, 0.97));
        assertThat(restarted.time(4)).isEmpty();
        assertThat(restarted.time(5)).containsExactly(new Change(Kind.CLOSED, 1, 4, 0.97));
        assertThat(restarted.time(6)).isEmpty();
    }

    @Test
    void refusesThresholdsThatCross() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AlertKernel(0.4, 0.9, 2));
    }
}
