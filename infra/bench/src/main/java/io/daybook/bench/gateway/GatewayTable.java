package io.daybook.bench.gateway;

import io.daybook.bench.ClosedLoop.Throughput;
import io.daybook.bench.Report;
import io.daybook.bench.Spread;
import io.daybook.bench.gateway.GatewayRounds.Kind;
import io.daybook.bench.gateway.GatewayRounds.Who;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The figures of one kind of command at one number of clients. */
final class GatewayTable {

    private static final int GOAL_CLIENTS = 64;
    private static final Map<Who, Double> GOALS = new EnumMap<>(Map.of(Who.RAW, 2.0, Who.STOCK_JPA, 8.0));

    private final Report report;

    GatewayTable(Report report) {
        this.report = report;
    }

    void print(Kind kind, int clients, Map<Who, List<Throughput>> turns) {
        String what = kind.name().toLowerCase(Locale.ROOT) + "_" + clients;
        report.heading("%s, %d clients: medians of %d rounds"
                .formatted(
                        kind,
                        clients,
                        Objects.requireNonNull(turns.get(Who.DAYBOOK)).size()));
        turns.forEach((who, each) -> absolute(what, who, each));
        turns.keySet().stream()
                .filter(who -> who != Who.DAYBOOK)
                .forEach(reference -> report.ratio(
                        what + "_vs_" + reference.key,
                        ratios(turns, reference),
                        clients == GOAL_CLIENTS ? goal(reference) : null));
    }

    private static @Nullable Double goal(Who reference) {
        return GOALS.get(reference);
    }

    private void absolute(String what, Who who, List<Throughput> turns) {
        double perSecond = median(turns, Throughput::perSecond);
        double client = median(turns, Throughput::clientMicros);
        double server = median(turns, Throughput::serverMicros);
        String key = what + "_" + who.key;
        report.note(key + "_per_second", Math.round(perSecond));
        report.note(key + "_client_cpu_us", Math.round(client));
        report.note(key + "_postgres_cpu_us", Math.round(server));
        report.line(String.format(
                Locale.ROOT,
                "  %-12s %8.0f /s   CPU of a command: %5.0f us client, %5.0f us PostgreSQL",
                who.key,
                perSecond,
                client,
                server));
    }

    /** Of each round by itself, from turns that follow one another. */
    private static Spread ratios(Map<Who, List<Throughput>> turns, Who reference) {
        List<Throughput> ours = Objects.requireNonNull(turns.get(Who.DAYBOOK));
        List<Throughput> theirs = Objects.requireNonNull(turns.get(reference));
        return Spread.of(IntStream.range(0, ours.size())
                .mapToObj(
                        round -> ours.get(round).perSecond() / theirs.get(round).perSecond())
                .toList());
    }

    private static double median(List<Throughput> turns, ToDoubleFunction<Throughput> value) {
        return Spread.of(turns.stream().map(value::applyAsDouble).toList()).median();
    }
}
