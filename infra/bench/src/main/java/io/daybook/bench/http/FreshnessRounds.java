package io.daybook.bench.http;

import io.daybook.bench.BenchServer;
import io.daybook.bench.Report;
import io.daybook.bench.Spread;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How soon what a command changed can be seen by a query, with both services in JVMs of their own and the load from
 * this one, all on one machine.
 */
public final class FreshnessRounds {

    private final Report report;
    private final Path home;
    private final List<Integer> rates;
    private final int rounds;
    private final Duration warmUp;
    private final Duration hold;

    /**
     * Rounds.
     *
     * @param rates commands a second; the first is the one to warm up with
     * @param hold for how long a rate is held in each
     */
    public FreshnessRounds(Report report, Path home, List<Integer> rates, int rounds, Duration warmUp, Duration hold) {
        this.report = report;
        this.home = home;
        this.rates = List.copyOf(rates);
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.hold = hold;
    }

    public void run(BenchServer server) {
        String database = server.createDatabase("freshness");
        Map<Integer, List<FreshnessResult>> results = new TreeMap<>();
        try (ServiceUnderLoad services = ServiceUnderLoad.startBoth(server, database, home)) {
            String authorization = services.authorization();
            FreshnessLoop loop = new FreshnessLoop(
                    services.port(), services.queryPort(), new CommandRequests(authorization), authorization);
            for (int part = 1; part <= 4; part++) { // as slowly as cold services can
                loop.run(rates.getFirst() * part / 4.0, warmUp.dividedBy(4));
            }
            services.awaitCaughtUp();
            for (int round = 0; round < rounds; round++) {
                for (int rate : rates) {
                    results.computeIfAbsent(rate, _ -> new ArrayList<>()).add(loop.run(rate, hold));
                }
            }
        }
        results.forEach(this::print);
    }

    private void print(int rate, List<FreshnessResult> each) {
        String at = rate == rates.getFirst() ? "" : "_at_" + rate;
        report.heading("Freshness at %d commands/s: medians of %d rounds".formatted(rate, each.size()));
        for (int percentile : new int[] {50, 99}) {
            String key = "p" + percentile;
            figure(key + "_ms" + at, each, result -> result.visibleMillis(percentile));
            figure(key + "_from_due_ms" + at, each, result -> result.fromDueMillis(percentile));
            figure(key + "_polled_ms" + at, each, result -> result.polledMillis(percentile));
            figure(key + "_accepted_ms" + at, each, result -> result.acceptedMillis(percentile));
        }
        report.figure(
                "failures" + at,
                (double) each.stream().mapToLong(FreshnessResult::failures).sum(),
                "commands refused, unseen or wrongly seen");
    }

    private void figure(String key, List<FreshnessResult> results, ToDoubleFunction<FreshnessResult> value) {
        report.spread(key, Spread.of(results.stream().map(value::applyAsDouble).toList()), "ms");
    }
}
