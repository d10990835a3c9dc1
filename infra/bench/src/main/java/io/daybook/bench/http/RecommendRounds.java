package io.daybook.bench.http;

import io.daybook.bench.BenchServer;
import io.daybook.bench.Report;
import io.daybook.bench.ServerCpu;
import io.daybook.bench.recommend.Click;
import io.daybook.bench.recommend.Foresight;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How well and how fast the analytics service foresees clicks: it is fed the training clicks by its activity intake,
 * asked by HTTP with what it knows then, asked again with each test click fed after it was asked for, and then put
 * under load.
 */
public final class RecommendRounds {

    private static final double GOAL_RATE = 1_000;
    private static final double GOAL_P90 = 3;
    private static final int CLICKS = 300;
    private static final double[] RATES = {1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 5_000, 6_000, 8_000};

    private final Report report;
    private final Path home;
    private final Duration warmUp;
    private final Duration hold;

    /**
     * Rounds.
     *
     * @param warmUp for how long the service is under load before any of it is measured
     * @param hold for how long a rate is held
     */
    public RecommendRounds(Report report, Path home, Duration warmUp, Duration hold) {
        this.report = report;
        this.home = home;
        this.warmUp = warmUp;
        this.hold = hold;
    }

    public void run(BenchServer server, List<Click> train, @Nullable List<Click> valid, List<Click> test) {
        try (ServiceUnderLoad services = ServiceUnderLoad.startRecommender(server, home);
                RecommenderClient client = new RecommenderClient(services.analyticsPort(), services.bearer())) {
            long start = System.nanoTime();
            client.feed(train);
            client.awaitApplied();
            double seconds = (System.nanoTime() - start) / 1e9;
            report.heading("Foreseeing the next click");
            report.figure("fed_clicks_per_s", train.size() / seconds, "clicks/s in, until the index had them");
            Foresight.Oracle byItems = (_, items) -> client.items(RecommenderClient.byItems(items));
            if (valid != null) {
                quality("_valid", Foresight.of(valid, byItems, _ -> {}));
            }
            quality("_frozen", Foresight.of(test, byItems, _ -> {}));
            Foresight streamed =
                    Foresight.of(test, (session, _) -> client.items(RecommenderClient.bySession(session)), click -> {
                        client.feed(List.of(click));
                        client.awaitApplied();
                    });
            quality("", streamed);
            long items = train.stream().map(Click::item).distinct().count();
            report.figure("coverage", (double) streamed.shown() / items, "of the training items were shown to anybody");
            clickSeen(client, test);
            load(services, client, test);
        }
    }

    private void clickSeen(RecommenderClient client, List<Click> test) {
        ClickToShown clicks = new ClickToShown(client, test);
        clicks.measure(CLICKS); // as slowly as a cold service can
        Histogram micros = clicks.measure(CLICKS);
        report.heading("From a click's acknowledgement to a recommendation because of it, %d clicks; goal: 1 s"
                .formatted(CLICKS));
        report.figure("click_seen_p50_ms", micros.getValueAtPercentile(50) / 1e3, "");
        report.figure("click_seen_p99_ms", micros.getValueAtPercentile(99) / 1e3, "");
        report.figure("click_seen_max_ms", micros.getMaxValue() / 1e3, "");
    }

    private void quality(String suffix, Foresight foresight) {
        report.note("asked" + suffix, foresight.asked());
        exactly("hr20" + suffix, foresight.hitRate());
        exactly("mrr20" + suffix, foresight.meanReciprocalRank());
    }

    private void exactly(String key, double value) {
        report.note(key, value);
        report.line(String.format(Locale.ROOT, "  %-34s %9.4f", key, value));
    }

    private void load(ServiceUnderLoad services, RecommenderClient client, List<Click> test) {
        OpenLoop loop = new OpenLoop(services.analyticsPort(), requests(test, services.authorization()));
        for (int part = 1; part <= 4; part++) { // as slowly as a cold service can
            loop.run(GOAL_RATE * part / 4, warmUp.dividedBy(4));
        }
        report.heading("Serving at %.0f requests/s, load from this machine; goal: p90 below %.0f ms"
                .formatted(GOAL_RATE, GOAL_P90));
        ServerCpu cpu = ServerCpu.of(services.service());
        long cpuBefore = cpu.nanos();
        LoadResult goal = loop.run(GOAL_RATE, hold);
        double each = (cpu.nanos() - cpuBefore) / (GOAL_RATE * hold.toNanos() / 1e9);
        report.figure("p50_ms", goal.millis(50), "");
        report.figure("p90_ms", goal.millis(90), "");
        report.figure("p99_ms", goal.millis(99), "");
        report.figure("cpu_us", each / 1e3, "µs of the service's CPU each, with the log of what was shown");
        report.note("refused", goal.refused());
        double sustained = goal.isSustained() ? GOAL_RATE : 0;
        double fast = goal.isSustained() && goal.millis(90) < GOAL_P90 ? GOAL_RATE : 0;
        for (double rate : RATES) {
            LoadResult result = loop.run(rate, hold);
            report.line("  " + result + ", p90 %.1f ms".formatted(result.millis(90)));
            if (!result.isSustained()) {
                break;
            }
            sustained = rate;
            fast = result.millis(90) < GOAL_P90 ? rate : fast;
        }
        report.figure("exposures_lost", (double) client.exposuresLost(), "of what was shown could not be logged");
        report.figure("requests_per_s", sustained, "served in time, the knee");
        report.figure("requests_per_s_p90_below_3ms", fast, "");
    }

    /** Each prefix of each session in turn, as part of a visit, so that what is shown is logged as it is in a shop. */
    private static Supplier<byte[]> requests(List<Click> clicks, String authorization) {
        List<byte[]> requests = new ArrayList<>();
        Foresight.of(
                clicks,
                (_, items) -> {
                    requests.add(("GET " + RecommenderClient.logged(items, requests.size())
                                    + " HTTP/1.1\r\nHost: localhost\r\n" + authorization + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    return List.of();
                },
                _ -> {});
        int[] next = {0};
        return () -> requests.get(next[0]++ % requests.size());
    }
}
