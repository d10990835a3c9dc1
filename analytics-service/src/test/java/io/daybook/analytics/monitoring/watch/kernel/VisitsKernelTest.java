package io.daybook.analytics.monitoring.watch.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.watch.Direction;
import io.daybook.api.watch.Measure;
import io.daybook.api.watch.Severity;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.WatchKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitsKernelTest {

    private final VisitsKernel visits = new VisitsKernel();

    @Test
    void tellsEachVisitOnceAMinuteWhenALaterMinuteHasBegun() {
        List<LogEvent> told = new ArrayList<>();
        told.addAll(visits.looked("A", Log.at(0, 1)));
        told.addAll(visits.looked("A", Log.at(0, 30)));
        told.addAll(visits.looked("B", Log.at(0, 59)));
        assertThat(told).isEmpty();

        VisitsKernel again = new VisitsKernel();
        again.goOnFrom(visits.state());
        assertThat(again.looked("A", Log.at(2, 0))).containsExactly(LogEvent.visits(Log.at(0, 0), 2));
        assertThat(again.looked("C", Log.at(1, 0))).isEmpty();
        assertThat(again.looked("A", Log.at(3, 0))).containsExactly(LogEvent.visits(Log.at(2, 0), 2));
    }

    @Test
    void makeConversionOfTheOrdersOfTheirMinute() {
        Log log = new Log();
        Monitor monitor = new Monitor(10_000, 1_000);
        log.placed(0, 0);
        log.placed(1, 0);
        log.placed(1, 1);
        log.events().forEach(monitor::take);
        monitor.take(LogEvent.visits(Log.at(1, 0), 30));
        monitor.take(LogEvent.visits(Log.at(1, 0), 10));
        log.placed(5, 0);
        monitor.take(log.events().getLast());

        MeasuredSeries conversion = MeasuredSeries.of(WatchDefinition.of(
                WatchKind.BAND,
                Measure.CONVERSION,
                null,
                null,
                null,
                Direction.BELOW,
                null,
                null,
                null,
                null,
                Severity.INFO));
        assertThat(monitor.history().all())
                .extracting(minute -> conversion.value(minute, ""))
                .containsExactly(Double.NaN, 5.0);
    }
}
