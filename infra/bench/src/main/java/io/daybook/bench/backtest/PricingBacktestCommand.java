package io.daybook.bench.backtest;

import io.daybook.analytics.pricing.backtest.BacktestResult;
import io.daybook.analytics.pricing.backtest.PricingBacktest;
import io.daybook.analytics.pricing.backtest.SupposedPolicy;
import io.daybook.analytics.pricing.facts.ShopEventReader;
import io.daybook.analytics.pricing.facts.StoredEvent;
import io.daybook.analytics.pricing.kernel.DemandTuning;
import io.daybook.analytics.pricing.kernel.DeskSettings;
import io.daybook.local.traffic.ProgressLine;
import io.daybook.notary.EventRecord;
import io.daybook.notary.ExportedEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backtest pricing}: what a pricing policy would have made of the events of the store. */
@Command(
        name = "pricing",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the pricing engine over the events of an export as if a policy had been in force, and compares",
            "its prices with those that were asked: moves, limits met, volatility, and what the demand model",
            "expects of the margin, with how unsure it is. Writes a page with charts, and figures for each SKU."
        })
final class PricingBacktestCommand implements Callable<Integer> {

    private static final int DRAWS = 400;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            required = true,
            description = "The events: what infra/daybook audit export has written.")
    private @Nullable Path events;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            required = true,
            description =
                    "The policy to try: a JSON object with unitCostShare, floorShare and ceilingShare (shares of the"
                            + " price at the beginning), and optionally objective, exploration, hysteresis, largestStep,"
                            + " minimumInterval, ending, experiment, controlShare, skus.")
    private @Nullable Path policy;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "From when on it is supposed to be in force; what was before teaches the engine demand."
                    + " The first sale unless told.")
    private Instant from = Instant.EPOCH;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Until when; the last sale unless told.")
    private @Nullable Instant until;

    @Option(
            names = "--window",
            paramLabel = "DURATION",
            description = "How long a SKU sells before the engine looks at it: ${DEFAULT-VALUE} as live.")
    private Duration window = Duration.ofHours(1);

    @Option(
            names = "--quiet",
            paramLabel = "DURATION",
            description =
                    "After how long it looks at a SKU of which nothing was sold: ${DEFAULT-VALUE} unless told. Live it"
                            + " is as long as a window; in a year of thousands of SKUs that takes a quarter of an hour.")
    private Duration quiet = Duration.ofDays(1);

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the page goes; ${DEFAULT-VALUE} unless told.")
    private Path out = Path.of("backtest");

    @Override
    public Integer call() throws IOException {
        SupposedPolicy supposed = PolicyFile.read(Objects.requireNonNull(policy));
        PricingBacktest backtest = new PricingBacktest(supposed, settings(), from, until);
        run(backtest);
        BacktestResult result = backtest.result(DRAWS);
        if (result.skus().isEmpty()) {
            throw new Unfit("Nothing with a price was sold in that time; business time ends at " + result.until());
        }
        BacktestWords words = new BacktestWords(result);
        words.lines().forEach(out()::println);
        Files.createDirectories(out);
        Files.writeString(out.resolve("index.html"), new BacktestPage(result, words).html());
        Files.writeString(out.resolve("skus.csv"), BacktestTable.csv(result));
        out().println("The page is "
                + out.resolve("index.html").toAbsolutePath().normalize());
        return ExitCode.OK;
    }

    private DeskSettings settings() {
        if (window.isNegative() || !quiet.isPositive() || quiet.compareTo(window) < 0) {
            throw new Unfit("--quiet must be positive, and --window from nothing to --quiet");
        }
        return new DeskSettings(window, quiet, DemandTuning.STANDARD);
    }

    private void run(PricingBacktest backtest) throws IOException {
        ShopEventReader reader = new ShopEventReader();
        ProgressLine line = new ProgressLine(out());
        try (InputStream export = Files.newInputStream(Objects.requireNonNull(events))) {
            ExportedEvents.read(export, event -> {
                backtest.take(reader.read(stored(event)));
                if (event.position() % 10_000 == 0) {
                    line.draw(String.format(Locale.ROOT, "%,d events", event.position()));
                }
            });
        } finally {
            line.draw("");
        }
    }

    private static StoredEvent stored(EventRecord event) {
        EventRecord.Columns columns = event.columns();
        return new StoredEvent(
                event.position(),
                columns.sequence(),
                columns.payloadType(),
                columns.payloadRevision(),
                Instant.EPOCH.plus(columns.recordedAt(), ChronoUnit.MICROS),
                columns.payload());
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
