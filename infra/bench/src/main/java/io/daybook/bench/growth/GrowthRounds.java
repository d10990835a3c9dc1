package io.daybook.bench.growth;

import io.daybook.bench.BenchServer;
import io.daybook.bench.ClosedLoop;
import io.daybook.bench.Report;
import io.daybook.bench.ServerCpu;
import io.daybook.bench.Settings;
import io.daybook.bench.Spread;
import io.daybook.bench.gateway.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Rounds in which stores of different sizes have a turn each; what is told is the cost against the smallest. */
public final class GrowthRounds {

    private static final int CLIENTS = 64;
    private static final String SMALLEST = "10k";

    private final Report report;
    private final Settings settings;
    private final Map<String, FilledStore> stores = new LinkedHashMap<>();

    public GrowthRounds(Report report, Settings settings) {
        this.report = report;
        this.settings = settings;
    }

    public void run(BenchServer server) {
        try {
            for (Map.Entry<String, Long> size : settings.sizes().entrySet()) {
                long start = System.nanoTime();
                stores.put(
                        size.getKey(),
                        FilledStore.of(size.getValue(), server.createDatabase("growth_" + size.getKey())));
                report.note(
                        "fill_" + size.getKey() + "_seconds",
                        Duration.ofNanos(System.nanoTime() - start).toSeconds());
            }
            ClosedLoop loop = new ClosedLoop(
                    ServerCpu.of(server.process()), Thread.ofVirtual().factory());
            report.heading("Cost as the store grows: %d clients, %d rounds".formatted(CLIENTS, settings.rounds()));
            measure(loop, "append", store -> client -> store.append(client, Workload.newSku()));
            measure(loop, "load", store -> _ -> store.load());
        } finally {
            stores.values().forEach(FilledStore::close);
        }
    }

    private void measure(ClosedLoop loop, String what, Function<FilledStore, IntConsumer> command) {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (FilledStore store : stores.values()) {
            loop.run(CLIENTS, Duration.ZERO, settings.warmUp(), command.apply(store));
        }
        for (int round = 0; round < settings.rounds(); round++) {
            List<String> order = new ArrayList<>(stores.keySet());
            Collections.rotate(order, round);
            for (String size : order) {
                FilledStore store = Objects.requireNonNull(stores.get(size));
                double rate = loop.run(CLIENTS, settings.settling(), settings.measured(), command.apply(store))
                        .perSecond();
                rates.computeIfAbsent(size, _ -> new ArrayList<>()).add(rate);
            }
        }
        List<Double> smallest = Objects.requireNonNull(rates.get(SMALLEST));
        rates.forEach((size, each) -> {
            report.figure(what + "_" + size + "_per_second", Spread.of(each).median(), "/s");
            if (!size.equals(SMALLEST)) {
                List<Double> costs = new ArrayList<>();
                for (int round = 0; round < each.size(); round++) {
                    costs.add(smallest.get(round) / each.get(round));
                }
                report.ratio(what + "_" + size + "_vs_" + SMALLEST, Spread.of(costs), 1.2);
            }
        });
    }
}
