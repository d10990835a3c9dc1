package io.daybook.bench;

import io.daybook.bench.cost.CostCounts;
import io.daybook.bench.gateway.GatewayRounds;
import io.daybook.bench.growth.GrowthRounds;
import io.daybook.bench.http.HttpRounds;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench append}: what it costs to store an event. */
@Command(
        name = "append",
        mixinStandardHelpOptions = true,
        description = "Measures one-event commands against a raw insert and Axon's stock engines.")
final class AppendCommand implements Runnable {

    @Option(names = "--quick", description = "Take about three minutes: 64 clients only, short turns.")
    private boolean quick;

    @Option(names = "--only", description = "Only one part: gateway, http, counts or growth.", defaultValue = "")
    private String only = "";

    @Option(
            names = "--against",
            split = ",",
            description = "The references of the gateway's part.",
            defaultValue = "raw,stock_jdbc,stock_jpa")
    private List<String> against = List.of();

    @Override
    public void run() {
        Settings settings = quick ? Settings.quickly() : Settings.fully();
        BenchRun.of("append", quick, (report, server) -> {
            report.note("rounds", settings.rounds());
            if (wants("gateway")) {
                new GatewayRounds(report, settings, against).run(server);
            }
            if (wants("http")) {
                new HttpRounds(report, settings, BenchRun.home()).run(server);
            }
            if (wants("counts")) {
                new CostCounts(report).run(server);
            }
            if (wants("growth") && (!quick || !only.isEmpty())) {
                new GrowthRounds(report, settings).run(server);
            }
        });
    }

    private boolean wants(String part) {
        return only.isEmpty() || only.equals(part);
    }
}
