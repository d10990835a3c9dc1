package io.daybook.bench.gateway;

import io.daybook.bench.BenchServer;
import io.daybook.bench.ClosedLoop;
import io.daybook.bench.ClosedLoop.Throughput;
import io.daybook.bench.Report;
import io.daybook.bench.ServerCpu;
import io.daybook.bench.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntConsumer;

/** Rounds in which every contender has a turn, in another order each round. */
public final class GatewayRounds {

    private static final int MOST_CLIENTS = 64;
    private static final int AGGREGATES_OF_CLIENT = 8;
    private static final int REFERENCE_CONNECTIONS = 32;

    private final Report report;
    private final Settings settings;
    private final List<String> references;
    private final Map<Who, Contender> contenders = new EnumMap<>(Who.class);
    private final Map<Who, ClosedLoop> loops = new EnumMap<>(Who.class);
    private final Map<Who, String[][]> aggregates = new EnumMap<>(Who.class);

    /** Subject and references, with the name they have in keys. */
    enum Who {
        DAYBOOK("daybook"),
        RAW("raw"),
        STOCK_JDBC("stock_jdbc"),
        STOCK_JPA("stock_jpa");

        final String key;

        Who(String key) {
            this.key = key;
        }
    }

    /** The two kinds of one-event commands. */
    enum Kind {
        CREATE,
        UPDATE
    }

    public GatewayRounds(Report report, Settings settings, List<String> references) {
        this.report = report;
        this.settings = settings;
        this.references = references;
    }

    public void run(BenchServer server) {
        try {
            start(server);
            for (Kind kind : Kind.values()) {
                for (int clients : settings.clients()) {
                    measure(kind, clients);
                }
            }
        } finally {
            contenders.values().forEach(Contender::close);
        }
    }

    private void start(BenchServer server) {
        String database = server.createDatabase("subject");
        add(Who.DAYBOOK, DaybookContender.on(database), server);
        for (Who who : Who.values()) {
            if (references.contains(who.key)) {
                add(who, reference(who, server, database), server);
            }
        }
    }

    private static Contender reference(Who who, BenchServer server, String subject) {
        return switch (who) {
            case RAW -> RawInsert.beside(subject, MOST_CLIENTS);
            case STOCK_JDBC -> StockEngine.jdbc(server.createDatabase(who.key), REFERENCE_CONNECTIONS);
            case STOCK_JPA -> StockEngine.jpa(server.createDatabase(who.key), REFERENCE_CONNECTIONS);
            case DAYBOOK -> throw new IllegalArgumentException("the subject is no reference");
        };
    }

    private void add(Who who, Contender contender, BenchServer server) {
        contenders.put(who, contender);
        // raw clients block on sockets, which platform threads do at less cost
        ThreadFactory threads = who == Who.RAW
                ? Thread.ofPlatform().factory()
                : Thread.ofVirtual().factory();
        loops.put(who, new ClosedLoop(ServerCpu.of(server.process()), threads));
        for (Kind kind : Kind.values()) {
            prepare(who);
            // the subject, which is first, warms up what all have in common
            Duration warmUp =
                    who == Who.DAYBOOK ? settings.warmUp() : settings.warmUp().dividedBy(2);
            loop(who).run(MOST_CLIENTS, Duration.ZERO, warmUp, command(who, kind));
        }
    }

    /** Gives each client aggregates of its own to update, with short streams and in the cache. */
    private void prepare(Who who) {
        Contender contender = Objects.requireNonNull(contenders.get(who));
        String[][] own = new String[MOST_CLIENTS][AGGREGATES_OF_CLIENT];
        for (int client = 0; client < MOST_CLIENTS; client++) {
            for (int number = 0; number < AGGREGATES_OF_CLIENT; number++) {
                own[client][number] = Workload.newSku();
                contender.create(client, own[client][number]);
                contender.update(client, own[client][number], Workload.newName());
            }
        }
        aggregates.put(who, own);
    }

    private void measure(Kind kind, int clients) {
        Map<Who, List<Throughput>> turns = new EnumMap<>(Who.class);
        contenders.keySet().forEach(this::prepare);
        for (int round = 0; round < settings.rounds(); round++) {
            List<Who> order = new ArrayList<>(contenders.keySet());
            Collections.rotate(order, round);
            for (Who who : order) {
                Throughput turn = loop(who).run(clients, settings.settling(), settings.measured(), command(who, kind));
                turns.computeIfAbsent(who, _ -> new ArrayList<>()).add(turn);
            }
        }
        new GatewayTable(report).print(kind, clients, turns);
    }

    private ClosedLoop loop(Who who) {
        return Objects.requireNonNull(loops.get(who));
    }

    private IntConsumer command(Who who, Kind kind) {
        Contender contender = Objects.requireNonNull(contenders.get(who));
        String[][] own = Objects.requireNonNull(aggregates.get(who));
        long[] turns = new long[MOST_CLIENTS];
        return switch (kind) {
            case CREATE -> client -> contender.create(client, Workload.newSku());
            case UPDATE ->
                client -> {
                    String sku = own[client][(int) (turns[client]++ % AGGREGATES_OF_CLIENT)];
                    contender.update(client, sku, Workload.newName());
                };
        };
    }
}
