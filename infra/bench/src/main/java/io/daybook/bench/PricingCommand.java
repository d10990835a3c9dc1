package io.daybook.bench;

import io.daybook.bench.pricing.LiveRounds;
import io.daybook.bench.pricing.PricingRounds;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code bench pricing}: what the pricing engine learns and earns. */
@Command(
        name = "pricing",
        mixinStandardHelpOptions = true,
        description = "Measures the pricing engine in simulated markets, and its elasticities on real data.")
final class PricingCommand implements Callable<Integer> {

    private static final long SEED = 20_261_126;

    @Option(names = "--quick", description = "Take some seconds: 200 markets instead of 1,000.")
    private boolean quick;

    @Option(
            names = "--live",
            description = "Only measure how soon a price that a sale moves is visible to a query, on a whole stack"
                    + " that is started for it; --quick: 50 sales less to warm up, and 100 instead of 400 that count.")
    private boolean live;

    @Option(names = "--port-base", description = "First of nine ports for it; ${DEFAULT-VALUE} unless told.")
    private int portBase = 18_700;

    @Option(names = "--seed", description = "Makes other markets; ${DEFAULT-VALUE} unless told.")
    private long seed = SEED;

    @Option(
            names = "--elasticity",
            paramLabel = "FILE",
            description = "Only print the elasticities of a CSV of group,price,quantity (.gz too) as group,elasticity,"
                    + "standard_error,n; rows with a price or quantity of zero or less are left out and counted.")
    private @Nullable Path elasticity;

    @Option(
            names = "--orange-juice",
            paramLabel = "FILE",
            description = "Dominick's orange juice of the R package bayesm as CSV;"
                    + " ../shared/data/dominicks-orange-juice.csv.gz beside the checkout unless told.")
    private @Nullable Path orangeJuice;

    @Override
    public Integer call() {
        try {
            measure();
            return ExitCode.OK;
        } catch (IllegalArgumentException | UncheckedIOException unfit) {
            System.err.println(unfit.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private void measure() {
        if (elasticity != null) {
            new PricingRounds(new Report(System.out)).elasticities(elasticity);
            return;
        }
        if (live) {
            BenchRun.withoutServer(
                    "pricing-live",
                    quick,
                    report -> new LiveRounds(report, BenchRun.home()).run(portBase, quick ? 20 : 40, quick ? 25 : 100));
            return;
        }
        Path juice = orangeJuice != null
                ? orangeJuice
                : BenchRun.home()
                        .resolve("../shared/data/dominicks-orange-juice.csv.gz")
                        .normalize();
        BenchRun.withoutServer("pricing", quick, report -> new PricingRounds(report).run(juice, seed, quick));
    }
}
