package io.daybook.bench.http;

import io.daybook.bench.BenchServer;
import io.daybook.bench.Report;
import io.daybook.bench.ServerCpu;
import io.daybook.bench.Spread;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Rounds in which activities are sent by ones, by hundreds and by lines, each after a plain producer has written the
 * same records. The load comes from this process, and the service derives from what it takes in, on the same machine:
 * all of that is part of what is measured.
 */
public final class IntakeRounds {

    private static final int HUNDRED = 100;
    private static final double GOAL = 20_000;
    private static final double MICROS = 1e3;
    /** So many different requests are made beforehand. */
    private static final int PREPARED = 512;

    private final Report report;
    private final Path home;
    private final int rounds;
    private final Duration warmUp;
    private final Duration turn;
    private final int lines;
    private final Map<String, List<Double>> found = new LinkedHashMap<>();

    /**
     * Rounds.
     *
     * @param warmUp of each way
     * @param turn how long a turn by ones or by hundreds is
     * @param lines of a stream, and records of the reference
     */
    public IntakeRounds(Report report, Path home, int rounds, Duration warmUp, Duration turn, int lines) {
        this.report = report;
        this.home = home;
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.turn = turn;
        this.lines = lines;
    }

    public void run(BenchServer server) {
        try (ServiceUnderLoad services = ServiceUnderLoad.startAnalytics(server, home);
                PlainProducer reference = new PlainProducer(services.bootstrapServers(), lines)) {
            int port = services.analyticsPort();
            String authorization = services.authorization();
            SaturatingLoop ones = new SaturatingLoop(port, prepared(authorization, 1));
            SaturatingLoop hundreds = new SaturatingLoop(port, prepared(authorization, HUNDRED));
            LineStream stream = new LineStream(port, authorization, lines);
            ones.run(warmUp);
            hundreds.run(warmUp);
            stream.run();
            reference.run();
            ServerCpu cpu = ServerCpu.of(services.service());
            for (int round = 0; round < rounds; round++) {
                double plain = reference.run();
                note("producer_per_s", plain);
                measure("ones", plain, cpu, () -> ones.run(turn));
                measure("hundreds", plain, cpu, () -> hundreds.run(turn) * HUNDRED);
                measure("lines", plain, cpu, stream::run);
            }
        }
        tell();
        runHeap(server, List.of(500_000, 2_000_000));
    }

    /** What requests of these numbers of lines take of the heap, and nothing else. */
    public void runHeap(BenchServer server, List<Integer> lengths) {
        try (ServiceUnderLoad services = ServiceUnderLoad.startIntake(server, home);
                LiveHeap heap = LiveHeap.of(services.service())) {
            LineStream stream = new LineStream(services.analyticsPort(), services.authorization(), lines);
            new StreamHeap(stream, heap, services.broker()).measure(report, lengths);
        }
    }

    /** In turn, so that not all of them are of the same sessions. */
    private static Supplier<byte[]> prepared(String authorization, int activities) {
        byte[][] requests = new byte[PREPARED][];
        for (int number = 0; number < PREPARED; number++) {
            long from = (long) number * activities;
            String body = activities == 1 ? Visits.json(from) : Visits.joined(from, activities, ",", "[", "]");
            requests[number] = Visits.request(authorization, "application/json", body);
        }
        AtomicLong next = new AtomicLong();
        return () -> requests[(int) (next.getAndIncrement() % PREPARED)];
    }

    private void measure(String way, double plain, ServerCpu cpu, DoubleSupplier load) {
        long cpuBefore = cpu.nanos();
        long before = System.nanoTime();
        double perSecond = load.getAsDouble();
        double activities = perSecond * (System.nanoTime() - before) / 1e9;
        note(way + "_per_s", perSecond);
        note(way + "_vs_producer", perSecond / plain);
        note(way + "_cpu_us", (cpu.nanos() - cpuBefore) / activities / MICROS);
    }

    private void note(String key, double value) {
        found.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    private void tell() {
        report.heading("Activities acknowledged a second, %d rounds; the goal is %.0f by hundreds or lines"
                .formatted(rounds, GOAL));
        found.forEach((key, values) -> {
            Spread spread = Spread.of(values);
            if (key.endsWith("_vs_producer")) {
                report.ratio("intake_" + key, spread, null);
            } else {
                report.spread("intake_" + key, spread, key.endsWith("_us") ? "µs of the service's CPU each" : "/s");
            }
        });
    }
}
