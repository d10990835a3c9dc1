package io.daybook.bench.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.EventTypes;
import io.daybook.bench.rebuild.Trade;
import io.daybook.notary.EventRecord;
import io.daybook.notary.ExportWriter;
import io.daybook.notary.TreeHasher;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class BacktestTest {

    private static final String POLICY = """
            {"unitCostShare": 0.6, "floorShare": 0.8, "ceilingShare": 1.25, "largestStep": 0.1, "minimumInterval": "PT1H"}""";

    @TempDir
    private Path folder;

    private record Run(int status, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Backtest.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Run(command.execute(arguments), out.toString(), err.toString());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** Seeded trade as an audit would have exported it. */
    private Path export() throws IOException {
        Path file = folder.resolve("events.export");
        JsonMapper json = JsonMapper.builder().build();
        TreeHasher hasher = new TreeHasher();
        AtomicLong position = new AtomicLong();
        long recorded = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli() * 1_000;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ExportWriter writer = new ExportWriter(out);
            new Trade(7, (aggregateId, event, _) -> {
                        long at = position.incrementAndGet();
                        EventRecord.Columns columns = new EventRecord.Columns(
                                aggregateId,
                                at,
                                null,
                                "id" + at,
                                recorded + at,
                                event.getClass().getName(),
                                EventTypes.storedRevision(event.getClass()),
                                json.writeValueAsBytes(event),
                                new byte[0]);
                        try {
                            writer.event(EventRecord.of(at, columns, hasher));
                            if (at % 256 == 0) {
                                writer.leaves(at - 255, new byte[256 * 32]);
                            }
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .until(20_000);
            writer.end();
        }
        return file;
    }

    @Test
    void writesAPageWithFiguresAndCharts() throws IOException {
        Path out = folder.resolve("page");

        Run run = run(
                "pricing",
                "--events",
                export().toString(),
                "--policy",
                file("policy.json", POLICY).toString(),
                "--out",
                out.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("SKUs in")
                .contains("moves")
                .contains("expected")
                .contains(BacktestWords.NO_CLAIM);
        String page = Files.readString(out.resolve("index.html"));
        assertThat(page).contains("<svg").contains("</html>").contains("nine in ten");
        List<String> rows = Files.readAllLines(out.resolve("skus.csv"));
        assertThat(rows.getFirst()).startsWith("sku,stretches,moves,earned,expected");
        assertThat(rows).hasSizeGreaterThan(10);
    }

    @Test
    void saysWhatIsWrongWithAPolicy() throws IOException {
        String export = export().toString();

        assertThat(refusal(export, "{\"unitCostShare\": 2, \"floorShare\": 0.8, \"ceilingShare\": 1}"))
                .endsWith("is no policy: unitCostShare must be from 0 to 1");
        assertThat(refusal(
                        export, "{\"unitCostShare\": 0.5, \"floorShare\": 0.8, \"ceilingShare\": 1, \"floor\": 0.8}"))
                .contains("is no policy: Unrecognized property \"floor\"");
        assertThat(refusal(export, "{")).contains("is no JSON");
    }

    private String refusal(String export, String policy) throws IOException {
        Run run = run(
                "pricing",
                "--events",
                export,
                "--policy",
                file("policy.json", policy).toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        return run.err().strip();
    }

    @Test
    void saysWhatIsWrongWithTheEvents() throws IOException {
        String policy = file("policy.json", POLICY).toString();

        assertThat(run("pricing", "--events", policy, "--policy", policy).err().strip())
                .isEqualTo("The file does not begin as an export of version 1 does");
        assertThat(run("pricing", "--events", folder.resolve("none").toString(), "--policy", policy)
                        .err())
                .startsWith("There is no file");
        assertThat(run("pricing", "--events", export().toString(), "--policy", policy, "--from", "2031-01-01")
                        .err())
                .startsWith("Nothing with a price was sold in that time");
    }

    @Test
    void ranksWhatVisitorsWentOnTo() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int visit = 0; visit < 40; visit++) {
            for (int step = 0; step < 3; step++) {
                lines.append("""
                        {"type":"ProductViewed","sessionId":"S%d","at":"2026-03-01T%02d:%02d:00Z","sku":"SKU%d-%d"}
                        """.formatted(visit, visit / 4, visit % 4 * 15 + step, visit % 2, step));
            }
        }
        lines.append("""
                {"type":"RecommendationShown","sessionId":"S1","at":"2026-03-01T01:00:00Z","recommendationId":"R1",\
                "policy":"near","items":[{"sku":"SKU1-1","propensity":1}]}
                {"type":"RecommendationClicked","sessionId":"S1","at":"2026-03-01T01:01:00Z","recommendationId":"R1","sku":"SKU1-1"}
                """);
        Path file = file("activities.ndjson", lines.toString());

        Run run = run(
                "recommendations", "--activities", file.toString(), "--from", "2026-03-01T02:00:00Z", "--limit", "2");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("120 clicks").contains("neighbours   foresaw 1.0000 of 64 clicks");
        assertThat(run.out()).contains("near         was shown 1 times, clicked 1 times, 100.00 %");
        assertThat(run.out()).containsPattern("trending     foresaw 0\\.[0-9]{4} of 64 clicks");
    }

    @Test
    void saysInWhichLineAnActivityIsNone() throws IOException {
        Path file = file("activities.ndjson", "\n{\"type\":\"Danced\"}\n");

        assertThat(run("recommendations", "--activities", file.toString()).err())
                .contains("activities.ndjson, line 2, is no activity");
    }
}
