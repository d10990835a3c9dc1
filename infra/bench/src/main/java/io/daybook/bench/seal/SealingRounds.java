package io.daybook.bench.seal;

import io.daybook.bench.BenchServer;
import io.daybook.bench.ClosedLoop;
import io.daybook.bench.ClosedLoop.Throughput;
import io.daybook.bench.Report;
import io.daybook.bench.ServerCpu;
import io.daybook.bench.Spread;
import io.daybook.bench.gateway.DaybookContender;
import io.daybook.bench.gateway.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Rounds in which commands are decided and stored without the notary, twice with it, and without it again, so that what
 * drifts evenly counts for neither. What piled up without it is sealed before it is measured. All share the cores, so
 * what is told is at its highest.
 */
public final class SealingRounds {

    private static final int CLIENTS = 64;
    private static final double GOAL = 0.97;

    private final Report report;
    private final int rounds;
    private final Duration warmUp;
    private final Duration turn;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();
    private long sealed;
    private double seconds;

    public SealingRounds(Report report, int rounds, Duration warmUp, Duration turn) {
        this.report = report;
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.turn = turn;
    }

    public void run(BenchServer server) {
        String database = server.createDatabase("sealing");
        ClosedLoop loop = new ClosedLoop(
                ServerCpu.of(server.process()), Thread.ofVirtual().factory());
        try (DaybookContender contender = DaybookContender.on(database);
                Sealer sealer = Sealer.on(database)) {
            loop.run(CLIENTS, Duration.ZERO, warmUp, client -> contender.create(client, Workload.newSku()));
            sealer.work();
            for (int round = 0; round < rounds; round++) {
                Throughput before = without(loop, contender, sealer);
                Throughput with = with(loop, contender, sealer);
                Throughput again = with(loop, contender, sealer);
                Throughput after = without(loop, contender, sealer);
                rates.add((with.perSecond() + again.perSecond()) / (before.perSecond() + after.perSecond()));
                cpu.add((micros(with) + micros(again)) / (micros(before) + micros(after)));
                report.note("appends_per_second_" + round, Math.round(before.perSecond()));
            }
            report.note("checkpoints_sealing", sealer.checkpoints());
        }
        report.heading("Commands stored while they are sealed, against not sealed: %d clients, %d rounds"
                .formatted(CLIENTS, rounds));
        report.ratio("append_sealed_vs_not", Spread.of(rates), GOAL);
        report.ratio("append_sealed_vs_not_cpu", Spread.of(cpu), null);
        report.figure("sealed_while_measured_per_second", sealed / seconds, "events/s");
    }

    private Throughput without(ClosedLoop loop, DaybookContender contender, Sealer sealer) {
        sealer.rest();
        return run(loop, contender);
    }

    private Throughput with(ClosedLoop loop, DaybookContender contender, Sealer sealer) {
        sealer.work();
        long before = sealer.sealed();
        Throughput turn = run(loop, contender);
        sealed += sealer.sealed() - before;
        seconds += turn.seconds();
        return turn;
    }

    private Throughput run(ClosedLoop loop, DaybookContender contender) {
        return loop.run(CLIENTS, Duration.ofMillis(150), turn, client -> contender.create(client, Workload.newSku()));
    }

    private static double micros(Throughput turn) {
        return turn.clientMicros() + turn.serverMicros();
    }
}
