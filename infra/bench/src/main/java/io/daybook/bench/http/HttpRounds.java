package io.daybook.bench.http;

import io.daybook.bench.BenchServer;
import io.daybook.bench.ClosedLoop;
import io.daybook.bench.ClosedLoop.Throughput;
import io.daybook.bench.Report;
import io.daybook.bench.ServerCpu;
import io.daybook.bench.Settings;
import io.daybook.bench.Spread;
import io.daybook.bench.gateway.DaybookContender;
import io.daybook.bench.gateway.RawInsert;
import io.daybook.bench.gateway.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The knee, which is the highest rate that the service keeps up with, by turns with the raw insert; then the latencies
 * at shares of it. The load comes from this process on the same machine, so its CPU time is part of what is measured.
 */
public final class HttpRounds {

    private static final int RAW_CLIENTS = 64;
    /** Makes the products that are revised later, as slowly as a cold service can. */
    private static final double COLD_RATE = 150;

    private static final Duration COLD = Duration.ofSeconds(5);
    /** More than there are connections for: the service is compiled soonest under all it can do. */
    private static final double SATURATING_RATE = 50_000;

    private static final double FIRST_RATE = 500;
    private static final double LOWEST_RATE = 100;
    private static final double FIRST_STEP = 1.3;
    private static final double STEP = 1.08;
    private static final double BELOW_KNEE = 0.8;
    private static final int[] SHARES = {25, 50, 75};

    private final Report report;
    private final Settings settings;
    private final Path home;

    public HttpRounds(Report report, Settings settings, Path home) {
        this.report = report;
        this.settings = settings;
        this.home = home;
    }

    public void run(BenchServer server) {
        String database = server.createDatabase("http");
        try (RawInsert raw = raw(database);
                ServiceUnderLoad service = ServiceUnderLoad.start(server, database, home)) {
            OpenLoop load = new OpenLoop(service.port(), new CommandRequests(service.authorization()));
            load.run(COLD_RATE, COLD);
            load.run(SATURATING_RATE, settings.httpWarmUp());
            service.awaitCaughtUp();
            double knee = knee(server, raw, load);
            latencies(load, knee);
            shares(server, service, load, knee);
        }
    }

    /** Beside a store that has the rows to be like. */
    private static RawInsert raw(String database) {
        try (DaybookContender contender = DaybookContender.on(database)) {
            String sku = Workload.newSku();
            contender.create(0, sku);
            contender.update(0, sku, Workload.newName());
        }
        return RawInsert.beside(database, RAW_CLIENTS);
    }

    private double knee(BenchServer server, RawInsert raw, OpenLoop load) {
        ClosedLoop loop = new ClosedLoop(
                ServerCpu.of(server.process()), Thread.ofPlatform().factory());
        double knee = lastSustained(load, FIRST_RATE, FIRST_STEP);
        List<Double> knees = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < settings.httpRounds(); round++) {
            Throughput reference = loop.run(
                    RAW_CLIENTS,
                    settings.settling(),
                    settings.measured(),
                    client -> raw.create(client, Workload.newSku()));
            knee = lastSustained(load, knee * BELOW_KNEE, STEP);
            knees.add(knee);
            ratios.add(knee / reference.perSecond());
        }
        report.heading("HTTP, open loop: the highest rate that is kept up with, %d rounds".formatted(knees.size()));
        double median = Spread.of(knees).median();
        report.figure("http_knee_per_second", median, "/s");
        report.ratio("http_knee_vs_raw", Spread.of(ratios), 0.5);
        return median;
    }

    private double lastSustained(OpenLoop load, double from, double step) {
        double rate = from;
        LoadResult result = load.run(rate, settings.httpStep());
        while (!result.isSustained()) {
            if (rate < LOWEST_RATE) {
                throw new IllegalStateException("The service keeps up with no load: " + result);
            }
            rate /= step * step; // lower than it looked
            result = load.run(rate, settings.httpStep());
        }
        while (load.run(rate * step, settings.httpStep()).isSustained()) {
            rate *= step;
        }
        return rate;
    }

    private void latencies(OpenLoop load, double knee) {
        Map<Integer, List<LoadResult>> results = new TreeMap<>();
        for (int round = 0; round < settings.httpLatencyRounds(); round++) {
            for (int share : SHARES) {
                results.computeIfAbsent(share, _ -> new ArrayList<>())
                        .add(load.run(knee * share / 100, settings.httpHold()));
            }
        }
        report.heading("HTTP, latency from when a request was due: medians of %d rounds"
                .formatted(settings.httpLatencyRounds()));
        results.forEach((share, each) -> {
            String name = share == 50 ? "half_knee" : share + "_of_knee";
            report.figure("http_p50_ms_at_" + name, median(each, 50), "ms");
            report.figure("http_p99_ms_at_" + name, median(each, 99), share == 50 ? "ms   goal: below 25" : "ms");
            report.note(
                    "http_refused_at_" + name,
                    each.stream().mapToLong(LoadResult::refused).sum());
        });
    }

    private static double median(List<LoadResult> results, double percentile) {
        return Spread.of(results.stream()
                        .map(result -> result.millis(percentile))
                        .toList())
                .median();
    }

    /** Who uses the CPU at half the knee. */
    private void shares(BenchServer server, ServiceUnderLoad service, OpenLoop load, double knee) {
        ServerCpu own = ServerCpu.of(ProcessHandle.current());
        ServerCpu postgres = ServerCpu.of(server.process());
        ServerCpu command = ServerCpu.of(service.service());
        ServerCpu broker = ServerCpu.of(service.broker());
        long others = postgres.nanos() + command.nanos() + broker.nanos();
        long[] before = {own.nanos() - others, postgres.nanos(), command.nanos(), broker.nanos()};
        Duration held = settings.httpHold();
        load.run(knee / 2, held);
        long othersAfter = postgres.nanos() + command.nanos() + broker.nanos();
        long[] after = {own.nanos() - othersAfter, postgres.nanos(), command.nanos(), broker.nanos()};
        double requests = knee / 2 * held.toNanos() / 1e9;
        String[] names = {"generator", "postgres", "service", "broker"};
        report.heading("HTTP, CPU time of a request at half the knee");
        for (int each = 0; each < names.length; each++) {
            report.figure("http_" + names[each] + "_cpu_us", (after[each] - before[each]) / 1e3 / requests, "us");
        }
    }
}
