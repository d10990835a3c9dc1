package io.daybook.bench.backtest;

import io.daybook.analytics.recommendation.kernel.OffPolicyKernel;
import io.daybook.bench.backtest.VisitLog.Exposure;
import io.daybook.bench.recommend.Click;
import io.daybook.bench.recommend.Foresight;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backtest recommendations}: whether what would have been shown is what visitors went on to. */
@Command(
        name = "recommendations",
        mixinStandardHelpOptions = true,
        description = {
            "Feeds what visitors did to the live rankings, click by click, and asks each before every click what it would",
            "have shown. Beside that, what was shown and clicked. A click that a ranking foresaw would perhaps have",
            "come without it; and what visitors never saw, they could not click. So where a policy explored, its log",
            "also says, by the propensities in it, what each ranking would have got in its place: clicks a product",
            "shown, by IPS and SNIPS, with the standard error; how many exposures by the ranking itself would say as",
            "much; and how much of what it shows that log may show at all. Stock and filters are not known here."
        })
final class RecommendationsBacktestCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private @Nullable Source source;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "From when on clicks are to be foreseen; those before are only fed. The first unless told.")
    private Instant from = Instant.MIN;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Until when; the last unless told.")
    private Instant until = Instant.MAX;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many products are shown at a time; ${DEFAULT-VALUE} unless told.")
    private int limit = 20;

    @Option(
            names = "--half-life",
            paramLabel = "DURATION",
            description = "After how long a trend counts half; ${DEFAULT-VALUE} unless told.")
    private Duration halfLife = Duration.ofDays(1);

    @Option(
            names = "--click-window",
            paramLabel = "DURATION",
            description =
                    "How long a click counts for what was shown; ${DEFAULT-VALUE} unless told, as in the service.")
    private Duration clickWindow = Duration.ofHours(1);

    /** Where the clicks come from. */
    static final class Source {

        @Option(
                names = "--activities",
                paramLabel = "FILE",
                description = "Lines of JSON as POST /activity takes them, and a sink of daybook.activity writes them.")
        private @Nullable Path activities;

        @Option(
                names = "--clicks",
                paramLabel = "FILE",
                description = "A table with the columns SessionId, ItemId and Time (seconds).")
        private @Nullable Path clicks;

        private VisitLog read(Instant until, Duration clickWindow) throws IOException {
            if (activities != null) {
                return VisitLog.read(activities, at -> !at.isAfter(until), clickWindow);
            }
            List<Click> all = Click.read(Objects.requireNonNull(clicks)).stream()
                    .filter(click -> !click.at().isAfter(until))
                    .toList();
            return new VisitLog(all, List.of());
        }
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 1) {
            throw new Unfit("--limit must be 1 or more");
        }
        VisitLog log = Objects.requireNonNull(source).read(until, clickWindow);
        long before =
                log.clicks().stream().filter(click -> click.at().isBefore(from)).count();
        out().printf(
                        Locale.ROOT,
                        "%,d clicks, %,d of them before%n",
                        log.clicks().size(),
                        before);
        for (Ranking.Kind kind : Ranking.Kind.values()) {
            tell(kind, log);
        }
        tellShown(log);
        for (Ranking.Kind kind : Ranking.Kind.values()) {
            OffPolicy.of(log, new Ranking(kind, limit, halfLife), from)
                    .forEach((policy, instead) -> tell(kind, policy, instead));
        }
        return ExitCode.OK;
    }

    private void tellShown(VisitLog log) {
        Map<String, List<Exposure>> byPolicy = log.exposures().stream()
                .collect(Collectors.groupingBy(
                        exposure -> exposure.shown().policy(), TreeMap::new, Collectors.toList()));
        byPolicy.forEach((policy, exposures) -> {
            long clicked = exposures.stream().filter(Exposure::isClicked).count();
            out().printf(
                            Locale.ROOT,
                            "%-12s was shown %,d times, clicked %,d times, %.2f %%%n",
                            policy,
                            exposures.size(),
                            clicked,
                            100.0 * clicked / exposures.size());
        });
    }

    private void tell(Ranking.Kind kind, String policy, OffPolicyKernel instead) {
        OffPolicyKernel.Estimate ips = instead.ips();
        OffPolicyKernel.Estimate snips = instead.snips();
        out().printf(
                        Locale.ROOT,
                        "%-12s instead of %s: IPS %.4f (± %.4f), SNIPS %.4f (± %.4f) clicks a product shown;"
                                + " %,d exposures that say as much as %,.0f, covering %.0f %%%n",
                        kind.words(),
                        policy,
                        ips.value(),
                        ips.standardError(),
                        snips.value(),
                        snips.standardError(),
                        instead.exposures(),
                        instead.effectiveExposures(),
                        100 * instead.coverage());
    }

    private void tell(Ranking.Kind kind, VisitLog log) {
        Ranking ranking = new Ranking(kind, limit, halfLife);
        Foresight foresight = Foresight.of(
                log.clicks(), ranking, ranking::feed, click -> !click.at().isBefore(from));
        if (foresight.asked() == 0) {
            throw new Unfit("There is no second click of a session in that time, so nothing to foresee");
        }
        out().printf(
                        Locale.ROOT,
                        "%-12s foresaw %.4f of %,d clicks among its first %d, mean reciprocal rank %.4f; showed %,d products%n",
                        kind.words(),
                        foresight.hitRate(),
                        foresight.asked(),
                        limit,
                        foresight.meanReciprocalRank(),
                        foresight.shown());
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
