package io.daybook.bench.http;

import io.daybook.bench.BenchServer;
import io.daybook.bench.Report;
import io.daybook.bench.ServerCpu;
import io.daybook.bench.Spread;
import io.daybook.bench.rebuild.TradeStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Rounds in which each query has a turn against the query service and one against a bare controller with the same
 * answer.
 */
public final class QueryRounds {

    private static final double GOAL = 0.8;
    private static final long EVENTS = 100_000;
    private static final int PRODUCTS = 4_000;
    private static final int ORDERS = 2_000;
    private static final int STEP = 7; // has no divisor in common with either
    private static final double FIXED_RATE = 500;
    private static final int ENTITIES = 3;

    private final Report report;
    private final Path home;
    private final int rounds;
    private final Duration warmUp;
    private final Duration turn;
    private final Map<String, List<Double>> ratios = new LinkedHashMap<>();
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    /**
     * Rounds.
     *
     * @param warmUp of each query
     * @param turn how long a turn is
     */
    public QueryRounds(Report report, Path home, int rounds, Duration warmUp, Duration turn) {
        this.report = report;
        this.home = home;
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.turn = turn;
    }

    /** A query, its path by the number of a request. */
    private record Query(String key, LongFunction<String> path) {}

    private static final List<Query> QUERIES = List.of(
            new Query("product", number -> "/products/" + product(number)),
            new Query("stock", number -> "/stock/" + product(number)),
            new Query("order", number -> "/orders/" + (500_001 + number * STEP % ORDERS)),
            new Query("page", _ -> "/products?limit=50"));

    /** A query's requests to the service and to the reference. */
    private record Pair(String key, Supplier<byte[]> asked, int port, Supplier<byte[]> bare, int barePort) {
        SaturatingLoop subject() {
            return new SaturatingLoop(port, asked);
        }

        SaturatingLoop reference() {
            return new SaturatingLoop(barePort, bare);
        }
    }

    private static String product(long number) {
        return "T" + (10_000 + number * STEP % PRODUCTS);
    }

    public void run(BenchServer server) {
        String database = server.createDatabase("queries");
        TradeStore.fill(database, EVENTS);
        try (ServiceUnderLoad services = ServiceUnderLoad.startQueries(server, database, home, Map.of())) {
            ServerCpu service = ServerCpu.of(services.service());
            String authorization = services.authorization();
            int barePort = startBare(server, services);
            ServerCpu bare = ServerCpu.of(services.service());
            ServerCpu postgres = ServerCpu.of(server.process());
            List<Pair> pairs = QUERIES.stream()
                    .map(query -> new Pair(
                            query.key,
                            requests(query.path, authorization),
                            services.queryPort(),
                            requests(_ -> "/bare/" + query.key, ""),
                            barePort))
                    .toList();
            // all before any is measured: the compiler takes half of the first minute's time
            pairs.forEach(pair -> pair.subject().run(warmUp));
            pairs.forEach(pair -> pair.reference().run(warmUp.dividedBy(2)));
            for (Pair pair : pairs) {
                for (int round = 0; round < rounds; round++) {
                    double ours = round % 2 == 0 ? turn(pair.key, pair.subject(), service, postgres) : 0;
                    double theirs = turn(pair.key + "_bare", pair.reference(), bare, ServerCpu.unknown());
                    ours = round % 2 == 0 ? ours : turn(pair.key, pair.subject(), service, postgres);
                    add(ratios, pair.key, ours / theirs);
                }
                fixed(pair.key, new OpenLoop(pair.port, pair.asked));
                fixed(pair.key + "_bare", new OpenLoop(pair.barePort, pair.bare));
            }
            duringRebuild(services, authorization);
        }
        print();
    }

    /** Lets the reference have the answers that the service gives. */
    private static int startBare(BenchServer server, ServiceUnderLoad services) {
        Path folder = server.folder().resolve("bare");
        try (HttpClient http = HttpClient.newHttpClient()) {
            Files.createDirectories(folder);
            for (Query query : QUERIES) {
                URI address = URI.create("http://127.0.0.1:" + services.queryPort() + query.path.apply(1));
                HttpRequest request = HttpRequest.newBuilder(address)
                        .header("Authorization", services.bearer())
                        .build();
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(address + ": " + answer.body());
                }
                Files.writeString(folder.resolve(query.key), answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return services.startProgram(BareMvc.class, Map.of(BareMvc.FOLDER, folder.toString()));
    }

    private static Supplier<byte[]> requests(LongFunction<String> path, String headers) {
        long[] number = {0};
        return () -> ("GET " + path.apply(number[0]++) + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private double turn(String key, SaturatingLoop loop, ServerCpu service, ServerCpu postgres) {
        long cpu = service.nanos();
        long database = postgres.nanos();
        double rate = loop.run(turn);
        double requests = rate * turn.toNanos() / 1e9;
        add(rates, key + "_per_s", rate);
        add(rates, key + "_cpu_us", (service.nanos() - cpu) / 1e3 / requests);
        if (postgres.nanos() > 0) {
            add(rates, key + "_postgres_cpu_us", (postgres.nanos() - database) / 1e3 / requests);
        }
        return rate;
    }

    private void fixed(String key, OpenLoop loop) {
        LoadResult result = loop.run(FIXED_RATE, turn.multipliedBy(2));
        add(rates, key + "_p50_ms_at_500", result.millis(50));
        add(rates, key + "_p99_ms_at_500", result.millis(99));
    }

    /** Idle and busy by turns, single entities of three kinds. */
    private void duringRebuild(ServiceUnderLoad services, String authorization) {
        List<LongFunction<String>> paths =
                QUERIES.stream().limit(ENTITIES).map(Query::path).toList();
        OpenLoop loop = new OpenLoop(
                services.queryPort(),
                requests(number -> paths.get((int) (number % ENTITIES)).apply(number), authorization));
        try (RebuildAlongside _ = new RebuildAlongside(services)) {
            loop.run(FIXED_RATE, warmUp); // rebuilding has code of its own to be compiled
        }
        for (int round = 0; round < rounds; round++) {
            double idle = open("idle", loop);
            try (RebuildAlongside _ = new RebuildAlongside(services)) {
                add(ratios, "rebuild", open("during_rebuild", loop) / idle);
            }
        }
    }

    private double open(String key, OpenLoop loop) {
        LoadResult result = loop.run(FIXED_RATE, turn.multipliedBy(2));
        add(rates, key + "_p50_ms", result.millis(50));
        add(rates, key + "_p99_ms", result.millis(99));
        add(rates, key + "_failures", (double) result.refused());
        return result.millis(99);
    }

    private static void add(Map<String, List<Double>> figures, String key, double value) {
        figures.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    private void print() {
        report.heading("Queries, 32 connections at a time: medians of %d rounds".formatted(rounds));
        rates.forEach((key, each) -> report.figure(key, Spread.of(each).median(), ""));
        List<Double> medians = new ArrayList<>();
        for (Query query : QUERIES) {
            Spread spread = Spread.of(Objects.requireNonNull(ratios.get(query.key)));
            report.ratio(query.key + "_vs_bare_mvc", spread, GOAL);
            medians.add(spread.median());
        }
        report.ratio("vs_bare_mvc", Spread.of(medians), GOAL);
        report.heading("p99 at %.0f/s while the read side is rebuilt again and again, against idle; goal: at most 1.5"
                .formatted(FIXED_RATE));
        report.ratio("rebuild_p99_vs_idle", Spread.of(Objects.requireNonNull(ratios.get("rebuild"))), null);
    }
}
