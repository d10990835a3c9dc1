package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.BackTest;
import io.daybook.analytics.monitoring.watch.kernel.MeasureHistory;
import io.daybook.analytics.monitoring.watch.kernel.Minute;
import io.daybook.analytics.monitoring.watch.kernel.Monitor;
import io.daybook.analytics.platform.Part;
import io.daybook.analytics.platform.SharedTopology;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers from the monitor, wherever its task is open. */
final class MonitoringQueries {

    static final String PATH = "/parts/monitoring";

    private static final Set<Integer> THE_ONE = Set.of(0);

    private final OpenMonitor here;
    private final SharedTopology topology;

    MonitoringQueries(OpenMonitor here, SharedTopology topology) {
        this.here = here;
        this.topology = topology;
    }

    /** What one instance says; nothing where the task is open elsewhere. */
    record WatchesPart(Set<Integer> partitions, @Nullable WatchesView view) implements Part {}

    record MeasurePart(Set<Integer> partitions, @Nullable MeasureView view) implements Part {}

    record BackTestPart(Set<Integer> partitions, @Nullable BackTestView view) implements Part {}

    WatchesView watches() {
        return one(
                topology.ask(this::watchesHere, PATH + "/watches", new Object(), WatchesPart.class), WatchesPart::view);
    }

    MeasureView measure(MeasureQuestion question) {
        return one(
                topology.ask(() -> measureHere(question), PATH + "/measures", question, MeasurePart.class),
                MeasurePart::view);
    }

    BackTestView backTest(BackTestQuestion question) {
        return one(
                topology.ask(() -> backTestHere(question), PATH + "/backtest", question, BackTestPart.class),
                BackTestPart::view);
    }

    WatchesPart watchesHere() {
        return here.now()
                .map(monitor -> new WatchesPart(THE_ONE, WatchesView.of(monitor)))
                .orElse(new WatchesPart(Set.of(), null));
    }

    MeasurePart measureHere(MeasureQuestion question) {
        return here.now()
                .map(monitor -> new MeasurePart(THE_ONE, measured(monitor, question)))
                .orElse(new MeasurePart(Set.of(), null));
    }

    BackTestPart backTestHere(BackTestQuestion question) {
        return here.now()
                .map(monitor -> new BackTestPart(THE_ONE, tried(monitor, question)))
                .orElse(new BackTestPart(Set.of(), null));
    }

    private static MeasureView measured(Monitor monitor, MeasureQuestion question) {
        long width = question.every().toMinutes();
        long closed = monitor.minutes().firstOpen();
        long asked = question.until() == null
                ? closed
                : Math.min(closed, Minute.of(question.until().toEpochMilli()));
        long until = Math.floorDiv(asked, width) * width;
        long from = question.from() == null
                ? until - MeasureQuestion.USUAL_VALUES * width
                : Math.floorDiv(Minute.of(question.from().toEpochMilli()), width) * width;
        return new MeasureView(
                question.series(),
                question.every(),
                Instant.ofEpochMilli(from * Minute.MILLIS),
                Instant.ofEpochMilli(until * Minute.MILLIS),
                MeasureHistory.of(
                        monitor.history(), question.series(), question.group(), question.every(), from, until));
    }

    private static BackTestView tried(Monitor monitor, BackTestQuestion question) {
        long closed = monitor.minutes().firstOpen();
        long until = question.until() == null
                ? closed
                : Math.min(closed, Minute.of(question.until().toEpochMilli()));
        long from = question.from() == null
                ? Long.MIN_VALUE
                : Minute.of(question.from().toEpochMilli());
        return BackTestView.of(BackTest.of(question.definition(), monitor.history(), from, until));
    }

    private static <P extends Part, V> V one(List<P> parts, Function<P, @Nullable V> view) {
        for (P part : parts) {
            V found = view.apply(part);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException("A part without partitions was taken for the whole");
    }
}
