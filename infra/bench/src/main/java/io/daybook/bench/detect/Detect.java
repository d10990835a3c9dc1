package io.daybook.bench.detect;

import io.daybook.analytics.monitoring.kernel.AnomalyDetector;
import io.daybook.local.onlineretail.HourlyRevenue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The entry point of {@code infra/daybook detect}. */
@Command(
        name = "infra/daybook detect",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the detectors over a CSV file of timestamp,value (plain or gzip), one value at a time,",
            "and writes timestamp,value,anomaly_score. A score is from 0 to 1; 0.5 and more are the",
            "first rows of something odd. It rests on the value and those before it alone."
        })
public final class Detect implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The series: a header timestamp,value, then rows")
    private @Nullable Path file;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the scores go; standard output unless told otherwise")
    private @Nullable Path out;

    @Option(names = "--online-retail", description = "FILE is the Online Retail CSV: judge its hourly revenue")
    private boolean onlineRetail;

    @Option(names = "--explain", paramLabel = "N", description = "Say of the N highest scores why (standard error)")
    private int explain;

    @Option(
            names = "--plot",
            paramLabel = "SVG",
            description = "Draw series, band and what --explain lists (20 by default)")
    private @Nullable Path plot;

    private Detect() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Detect()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(reason(failure));
            return 1;
        });
    }

    private static String reason(Exception failure) throws Exception {
        if (failure instanceof NoSuchFileException) {
            return "There is no file " + failure.getMessage();
        }
        if (failure instanceof IOException) {
            return String.valueOf(failure.getMessage());
        }
        throw failure;
    }

    @Override
    public Integer call() throws IOException {
        Path input = java.util.Objects.requireNonNull(file);
        if (onlineRetail && !Files.exists(input)) {
            err().println("Skipped: there is no " + input
                    + ". It is the UCI Online Retail data, https://doi.org/10.24432/C5BW33");
            return 0;
        }
        int most = explain == 0 && plot != null ? 20 : explain;
        Findings findings = new Findings(most);
        SeriesPlot picture = new SeriesPlot();
        if (out == null) {
            judge(input, new PrintWriter(spec().commandLine().getOut()), findings, picture);
        } else {
            try (Writer writer = Files.newBufferedWriter(out)) {
                judge(input, writer, findings, picture);
            }
        }
        findings.inOrder().forEach(finding -> err().println(finding.words()));
        if (plot != null) {
            picture.write(
                    plot, input.getFileName() + (onlineRetail ? ", revenue by the hour" : ""), findings.inOrder());
        }
        return 0;
    }

    private void judge(Path input, Writer writer, Findings findings, SeriesPlot picture) throws IOException {
        ScoreWriter scores = new ScoreWriter(writer);
        AnomalyDetector detector = new AnomalyDetector();
        long started = System.nanoTime();
        long rows = 0;
        if (onlineRetail) {
            for (Map.Entry<LocalDateTime, BigDecimal> hour :
                    HourlyRevenue.of(input).entrySet()) {
                judge(sample(hour), detector, scores, findings, picture);
                rows++;
            }
        } else {
            try (SeriesFile series = SeriesFile.open(input)) {
                for (Sample sample = series.next(); sample != null; sample = series.next()) {
                    judge(sample, detector, scores, findings, picture);
                    rows++;
                }
            }
        }
        scores.flush();
        double seconds = (System.nanoTime() - started) / 1e9;
        err().println(String.format(Locale.ROOT, "%,d rows in %.2f s, %,.0f a second", rows, seconds, rows / seconds));
    }

    private void judge(
            Sample sample, AnomalyDetector detector, ScoreWriter scores, Findings findings, SeriesPlot picture)
            throws IOException {
        Finding finding = new Finding(sample, detector.next(sample.epochSecond(), sample.value()));
        scores.write(finding);
        findings.add(finding);
        if (plot != null) {
            picture.add(finding);
        }
    }

    /** The shop's own time, as it stands: its day begins when the clock on its wall says so. */
    private static Sample sample(Map.Entry<LocalDateTime, BigDecimal> hour) {
        return new Sample(
                hour.getKey().toString(),
                hour.getValue().toPlainString(),
                hour.getKey().toEpochSecond(ZoneOffset.UTC),
                hour.getValue().doubleValue());
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        return java.util.Objects.requireNonNull(spec);
    }
}
