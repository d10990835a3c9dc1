package io.daybook.bench.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.BackTest;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent;
import io.daybook.analytics.monitoring.watch.kernel.Monitor;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.bench.Report;
import io.daybook.bench.Spread;
import java.util.ArrayList;
import java.util.List;

/**
 * Rounds in which one thread reads the facts of a log, then reads and watches them, and reads them again; at the end of
 * each a watch is defined, which learns all that has been, and the same one tried on it. State is handed over as before
 * a commit, but written nowhere.
 */
public final class MonitoringRounds {

    private static final long SEED = 20_261_126;
    private static final long GRACE = 10_000;
    private static final long AGE = 400L * 24 * 60;
    private static final int COMMIT = 10_000;

    private final Report report;
    private final int rounds;
    private final List<Double> watched = new ArrayList<>();
    private final List<Double> read = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> warmed = new ArrayList<>();
    private final List<Double> warmedByCountry = new ArrayList<>();
    private final List<Double> tried = new ArrayList<>();
    private long sink;

    public MonitoringRounds(Report report, int rounds) {
        this.report = report;
        this.rounds = rounds;
    }

    public void run(int events) {
        List<byte[]> facts = MadeUpLog.of(events, SEED);
        read(facts);
        Monitor last = watch(facts);
        for (int round = 0; round < rounds; round++) {
            double before = events / seconds(() -> read(facts));
            Monitor[] monitor = new Monitor[1];
            double subject = events / seconds(() -> monitor[0] = watch(facts));
            double after = events / seconds(() -> read(facts));
            last = monitor[0];
            watched.add(subject);
            read.add((before + after) / 2);
            ratios.add(subject / ((before + after) / 2));
            learn(last, events);
        }
        tell(last, events);
    }

    /** What comes next in the log, once it is all taken in, is the definition of another watch. */
    private void learn(Monitor monitor, int events) {
        WatchDefinition orders = UsualWatches.orders();
        warmed.add(1_000 * seconds(() -> monitor.take(UsualWatches.defined(events + 1L, "new", orders))));
        warmedByCountry.add(1_000
                * seconds(() -> monitor.take(
                        UsualWatches.defined(events + 2L, "new by country", UsualWatches.revenueByCountry()))));
        tried.add(1_000
                * seconds(() -> sink += BackTest.of(
                                orders,
                                monitor.history(),
                                Long.MIN_VALUE,
                                monitor.minutes().firstOpen())
                        .fired()));
    }

    private void read(List<byte[]> facts) {
        for (byte[] fact : facts) {
            sink += LogEvent.from(fact).position();
        }
    }

    private Monitor watch(List<byte[]> facts) {
        Monitor monitor = new Monitor(GRACE, AGE);
        int count = 0;
        for (byte[] fact : facts) {
            sink += monitor.take(LogEvent.from(fact)).size();
            if (++count % COMMIT == 0) {
                monitor.drain((key, value) -> sink += key.length() + (value == null ? 0 : value.length));
            }
        }
        return monitor;
    }

    private void tell(Monitor monitor, int events) {
        int watches = UsualWatches.all().size();
        report.note("events", events);
        report.note("rounds", rounds);
        report.note("watches", watches);
        long minutes = monitor.history().all().size();
        report.heading("Monitoring a log of %,d events in %,d minutes of trade, one thread, %d watches, %d rounds"
                .formatted(events, minutes, watches, rounds));
        report.spread("events_per_s", Spread.of(watched), "events/s, read and watched");
        report.spread("reference_events_per_s", Spread.of(read), "events/s, only read");
        report.ratio("watched_vs_read", Spread.of(ratios), null);
        report.spread("warm_ms", Spread.of(warmed), "ms until a new watch of all orders is live");
        report.spread("warm_by_country_ms", Spread.of(warmedByCountry), "ms, of revenue by each of 12 countries");
        report.spread("backtest_ms", Spread.of(tried), "ms to try a watch of all orders");
        report.note("history_minutes", minutes);
        report.note("sink", sink);
    }

    private static double seconds(Runnable task) {
        long start = System.nanoTime();
        task.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
