package io.daybook.local.onlineretail;

import io.daybook.local.traffic.ClientCredentials;
import io.daybook.local.traffic.Patience;
import io.daybook.local.traffic.ProgressLine;
import io.daybook.local.traffic.RequestSender;
import io.daybook.local.traffic.SalesSummary;
import io.daybook.local.traffic.ServiceAnswers;
import io.daybook.local.traffic.ServiceAway;
import io.daybook.local.traffic.Services;
import io.daybook.local.traffic.Settlement;
import io.daybook.local.traffic.Standing;
import io.daybook.local.traffic.StandingReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "online-retail",
        mixinStandardHelpOptions = true,
        description = {
            "Imports the UCI Online Retail file (CSV, plain or gzip) through the public REST API.",
            "Importing again changes nothing; an import that was broken off is completed by running it again."
        })
final class OnlineRetailCommand implements Callable<Integer> {

    private static final Duration NOTHING_MOVES = Duration.ofMinutes(2);

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "online-retail.csv or online-retail.csv.gz")
    private @Nullable Path path;

    @Option(names = "--until", paramLabel = "DATE", description = "Stop before this day (yyyy-MM-dd)")
    private LocalDate until = LocalDate.MAX;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "${sys:daybook.port-base:-8081}",
            description = "First port of the stack; where the local one runs unless told otherwise")
    private int portBase;

    @Option(names = "--command-service", paramLabel = "URL", description = "Default: the local stack's")
    private @Nullable URI command;

    @Option(names = "--query-service", paramLabel = "URL", description = "Default: the local stack's")
    private @Nullable URI query;

    @Option(names = "--analytics-service", paramLabel = "URL", description = "Default: the local stack's")
    private @Nullable URI analytics;

    @Option(names = "--authorization-server", paramLabel = "URL", description = "Default: the local stack's")
    private @Nullable URI authorization;

    @Option(names = "--client", paramLabel = "ID", defaultValue = "shop", description = "Whose token to use")
    private String client = "shop";

    @Option(
            names = "--secrets",
            paramLabel = "DIR",
            defaultValue = "${sys:daybook.secrets:-.daybook/data/authorization}",
            description = "Where the client's secret is; that of the local stack unless told otherwise")
    private Path secrets = Path.of("");

    @Option(names = "--in-flight", paramLabel = "N", defaultValue = "64", description = "Requests at a time")
    private int inFlight;

    @Override
    public Integer call() throws InterruptedException {
        if (spec == null || path == null) {
            throw new IllegalStateException("picocli has not filled in the parameters");
        }
        ProgressLine out = new ProgressLine(spec.commandLine().getOut());
        Services services = services();
        try (RetailFile file = RetailFile.open(path);
                RequestSender sender =
                        new RequestSender(services.command(), services.tokens(), inFlight, Patience.USUAL);
                StandingReader reader = new StandingReader(services)) {
            return importFile(file, sender, reader, out);
        } catch (ServiceAway e) {
            out.say("Import broken off: " + e.getMessage());
            out.say("Run it again to go on: nothing is recorded twice.");
            return 1;
        } catch (IOException e) {
            out.say("Import broken off: " + e);
            return 1;
        }
    }

    private int importFile(RetailFile file, RequestSender sender, StandingReader reader, ProgressLine out)
            throws IOException, InterruptedException {
        ImportRecord record = new ImportRecord();
        TradingDays days = new TradingDays(file, until, record::add);
        Stages stages = new Stages(reader.read().head());
        ImportProgress progress = new ImportProgress(file, record, sender, reader, out);
        progress.start();
        try {
            new ImportRun(days, sender, record).run();
        } finally {
            progress.stop();
        }
        stages.accepted(sender.tally().total().requests());
        ImportReport report = new ImportReport(out);
        report.rows(record, days.rowsRead());
        report.requests(sender.tally(), sender.retries());
        out.say("");
        Settlement.Result settled = new Settlement(reader, NOTHING_MOVES)
                .await(standing -> out.draw("%,d events  fulfilment %s  read side %s  analytics %s"
                        .formatted(
                                standing.head(),
                                Standing.words(standing.commandLag()),
                                Standing.words(standing.queryLag()),
                                Standing.words(standing.analyticsLag()))));
        stages.show(settled, out);
        boolean same = compare(record.figures(), out);
        return settled.settled() && same && sender.tally().total().refused() == 0 ? 0 : 1;
    }

    private boolean compare(FileFigures figures, ProgressLine out) throws InterruptedException {
        try (ServiceAnswers answers = new ServiceAnswers(services().tokens())) {
            SalesSummary shop = answers.get(services().query(), "/sales/summary", SalesSummary.class);
            return new FigureComparison(out).show(figures, shop);
        } catch (IOException e) {
            out.say("The figures of the shop cannot be had: " + e.getMessage());
            return false;
        }
    }

    private Services services() {
        Services local = Services.local(portBase, client, secrets);
        URI issuer = authorization == null ? Services.authorization(portBase) : authorization;
        return new Services(
                command == null ? local.command() : command,
                query == null ? local.query() : query,
                analytics == null ? local.analytics() : analytics,
                new ClientCredentials(issuer, client, secrets, "", Clock.systemUTC()));
    }
}
