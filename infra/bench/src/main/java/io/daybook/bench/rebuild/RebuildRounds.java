package io.daybook.bench.rebuild;

import io.daybook.bench.BenchServer;
import io.daybook.bench.Report;
import io.daybook.bench.ServerCpu;
import io.daybook.bench.Spread;
import io.daybook.query.platform.generation.Generation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Rounds in which everyone who reads the whole log has a turn, in another order each round; then, once, what is slow.
 */
public final class RebuildRounds {

    private static final double GOAL_PER_SECOND = 100_000;
    private static final double GOAL_VS_POOLED = 50;

    private final Report report;
    private final RebuildSettings settings;

    /** Who reads the log, with the name that each has in keys. */
    private enum Who {
        CURSOR("cursor"),
        THREE_MODELS(""),
        ALL_MODELS("all_models");

        final String key;

        Who(String key) {
            this.key = key;
        }
    }

    public RebuildRounds(Report report, RebuildSettings settings) {
        this.report = report;
        this.settings = settings;
    }

    public void run(BenchServer server) {
        String database = server.createDatabase("rebuild");
        ServerCpu cpu = ServerCpu.of(server.process());
        long events = TradeStore.fill(database, settings.events());
        report.note("events", events);
        Map<Who, List<Turn>> turns = new EnumMap<>(Who.class);
        Turn verification;
        try (ReadSide subject = ReadSide.on(database)) {
            PlainCursor cursor = new PlainCursor(database, subject.mapper());
            cursor.read(events); // the subject has warmed up at its start
            for (int round = 0; round < settings.rounds(); round++) {
                List<Who> order = new ArrayList<>(List.of(Who.values()));
                Collections.rotate(order, round);
                for (Who who : order) {
                    turns.computeIfAbsent(who, _ -> new ArrayList<>()).add(turn(who, subject, cursor, events, cpu));
                }
            }
            verification = Turn.of(cpu, subject::verify);
        }
        report.heading("Rebuild of %,d events: medians of %d rounds".formatted(events, settings.rounds()));
        turns.forEach((who, each) -> figures(who.key, each, events));
        figures("verify", List.of(verification), events);
        List<Double> own = rates(turns, Who.THREE_MODELS, events);
        List<Double> cursor = rates(turns, Who.CURSOR, events);
        report.ratio(
                "vs_cursor",
                Spread.of(IntStream.range(0, own.size())
                        .mapToObj(round -> own.get(round) / cursor.get(round))
                        .toList()),
                null);
        List<Double> pooled = new PooledTurn(settings).rates(database, cpu, report);
        double reference = Spread.of(pooled).median();
        report.spread("stock_pooled_events_per_s", Spread.of(pooled), "/s");
        report.ratio(
                "vs_stock_pooled",
                Spread.of(own.stream().map(rate -> rate / reference).toList()),
                GOAL_VS_POOLED);
    }

    private static Turn turn(Who who, ReadSide subject, PlainCursor cursor, long events, ServerCpu cpu) {
        return switch (who) {
            case CURSOR -> Turn.of(cpu, () -> cursor.read(events));
            case THREE_MODELS -> build(subject, cpu, subject::fillThree);
            case ALL_MODELS -> build(subject, cpu, subject::fillAll);
        };
    }

    private static Turn build(ReadSide subject, ServerCpu cpu, Consumer<Generation> filling) {
        Generation generation = subject.empty();
        try {
            return Turn.of(cpu, () -> filling.accept(generation));
        } finally {
            subject.remove(generation);
        }
    }

    private static List<Double> rates(Map<Who, List<Turn>> turns, Who who, long events) {
        return Objects.requireNonNull(turns.get(who)).stream()
                .map(turn -> events / turn.seconds())
                .toList();
    }

    private void figures(String who, List<Turn> turns, long events) {
        String prefix = who.isEmpty() ? "" : who + "_";
        report.spread(
                prefix + "events_per_s",
                Spread.of(turns.stream().map(turn -> events / turn.seconds()).toList()),
                who.isEmpty() ? "/s   goal %.0f".formatted(GOAL_PER_SECOND) : "/s");
        report.figure(prefix + "client_cpu_s_per_million", median(turns, Turn::clientCpu) * 1e6 / events, "s");
        report.figure(prefix + "postgres_cpu_s_per_million", median(turns, Turn::serverCpu) * 1e6 / events, "s");
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> value) {
        return Spread.of(turns.stream().map(value::applyAsDouble).toList()).median();
    }
}
