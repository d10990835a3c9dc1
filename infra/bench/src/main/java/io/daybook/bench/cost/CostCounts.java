package io.daybook.bench.cost;

import io.daybook.bench.BenchServer;
import io.daybook.bench.Report;
import io.daybook.bench.ServerCpu;
import io.daybook.bench.gateway.DaybookContender;

/** The counts of creating and updating, at one client and at many. */
public final class CostCounts {

    private static final int MANY = 64;

    private final Report report;

    public CostCounts(Report report) {
        this.report = report;
    }

    public void run(BenchServer server) {
        String database = server.createDatabase("counts");
        try (DaybookContender contender = DaybookContender.counted(database)) {
            StatementCounter statements = contender.context().getBean(StatementCounter.class);
            CostMeter meter = new CostMeter(database, statements, ServerCpu.of(server.process()));
            CommandMix mix = new CommandMix(contender, MANY);
            mix.warmUp();
            print("create_" + MANY, meter.of(MANY, 20_000, mix.creations()));
            print("update_" + MANY, meter.of(MANY, 20_000, mix.updates()));
            print("create_1", meter.of(1, 1_500, mix.creations()));
            print("update_1", meter.of(1, 1_500, mix.updates()));
        }
    }

    private void print(String kind, CommandCost cost) {
        report.heading("What a command costs: " + kind);
        cost.counts().forEach((count, value) -> report.figure(kind + "_" + count, value, ""));
        report.figure(kind + "_service_cpu_us", cost.clientMicros(), "us");
        report.figure(kind + "_server_cpu_us", cost.serverMicros(), "us");
        Budgets.load().exceeded(kind, cost).forEach((key, value) -> report.line("  over budget: " + key + " " + value));
    }
}
