package io.daybook.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.local.cli.FakeReadSide.Asked;
import io.daybook.local.traffic.FakeAuthorization;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorCommandsTest {

    private static final String CATALOG = """
            {"name":"catalog","state":"RUNNING","position":1234567,"head":1234667,"lag":100,"lagMs":2500,"perSecond":10.0,
             "perSecondNow":812.5,"runsHere":true,"models":["product"],"deadLetters":3,
             "segments":[{"id":0,"mask":1,"owner":"1@a","position":1234567,"lag":100},{"id":1,"mask":1,"owner":null,"position":9,"lag":2}],
             "pause":null,"lastError":{"at":"2011-11-14T09:26:00Z","position":42,"eventType":"a.B","problem":"no row"}}""";
    private static final String GENERATION = """
            {"name":"g2","state":"%s","live":%b,"previous":false,"position":1000,"target":null,"asOf":null,"createdAt":"2011-11-14T09:26:00Z",
             "builtAt":null,"verifiedAt":null,"verification":%s,"problem":%s,"progress":%s}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter problems = new StringWriter();
    private final FakeReadSide readSide = new FakeReadSide();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void showsProcessorsInAlignedColumns() {
        readSide.on("GET /processors", "{\"items\":[%s],\"next\":null}".formatted(CATALOG));

        assertThat(run("processors")).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "processor  state     position  lag  behind  events/s  segments  dead letters  here",
                        "catalog    RUNNING  1,234,567  100  2.5 s      812.5         2             3  yes");
    }

    @Test
    void showsOneProcessorWithSegmentsAndItsLastError() {
        readSide.on("GET /processors/catalog", CATALOG);

        assertThat(run("processors", "catalog")).isZero();

        assertThat(out.toString())
                .contains(
                        "      1     1  -              9    2",
                        "Last error at 2011-11-14T09:26:00Z",
                        "position 42",
                        "no row");
    }

    @Test
    void printsTheAnswerAsItCame() {
        readSide.on("GET /processors/catalog", CATALOG);

        assertThat(run("processors", "catalog", "--json")).isZero();

        assertThat(out.toString().strip()).isEqualTo(CATALOG);
    }

    @Test
    void sendsTheReasonAsAHeaderCarriesIt() {
        readSide.on("POST /processors/catalog/pause", CATALOG);

        assertThat(run("processors", "pause", "catalog", "--reason", "Schätzung 100% falsch"))
                .isZero();

        assertThat(readSide.asked())
                .contains(new Asked("POST /processors/catalog/pause", "{}", "Sch%C3%A4tzung 100%25 falsch"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "processors pause catalog",
                "processors split catalog",
                "replay catalog --to tail",
                "replay --entity product/A",
                "rebuild",
                "recover --until 5",
                "generations switch g2",
                "generations rollback",
                "generations drop g2",
                "verify --repair",
                "dead-letters retry product",
                "dead-letters discard product A 7"
            })
    void doesNothingWithoutAReason(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);

        assertThat(readSide.asked()).isEmpty();
    }

    @Test
    void tellsARefusalInItsOwnWords() {
        readSide.on("POST /processors/catalog/merge", 409, "", """
                {"title":"Not mergeable","detail":"It has one segment","code":"NOT_MERGEABLE"}""");

        assertThat(run("processors", "merge", "catalog", "--reason", "tidy up")).isEqualTo(1);

        assertThat(problems.toString().strip()).isEqualTo("Not mergeable: It has one segment");
    }

    @Test
    void aDryRunNeedsNoReasonAndSaysWhatItWouldTouch() {
        readSide.on("POST /processors/catalog/reset", """
                {"processor":"catalog","position":1500,"events":20000,"about":"PT2.35S","models":[{"model":"product","rows":4000}]}""");

        assertThat(run("replay", "catalog", "--to", "1500", "--dry-run")).isZero();

        assertThat(readSide.asked().getLast().body()).isEqualTo("{\"dryRun\":true,\"to\":{\"position\":1500}}");
        assertThat(out.toString()).contains("20,000 events in about 2.4 s", "1,500 in bulk", "product      4,000");
    }

    @Test
    void watchesAResetToItsEnd() {
        readSide.on("POST /processors/stock/reset", 202, "/operations/o1", "{}")
                .on("GET /operations/o1", """
                        {"outcome":null,"detail":null,"progress":{"phase":"reading","done":5,"total":10,"eventsPerSecond":5,"remaining":"PT1S"}}""")
                .on("GET /operations/o1", "{\"outcome\":\"FAILED\",\"detail\":\"the disk is full\",\"progress\":null}");

        assertThat(run("replay", "stock", "--to", "2011-11-14T09:26:00Z", "--reason", "a bug"))
                .isEqualTo(1);

        assertThat(readSide.asked().get(0).body())
                .isEqualTo("{\"dryRun\":false,\"to\":{\"instant\":\"2011-11-14T09:26:00Z\"}}");
        assertThat(out.toString()).contains("FAILED: the disk is full");
    }

    @Test
    void repairsOneEntityWhoseKeyMayHaveASlash() {
        readSide.on(
                "POST /models/order_lines/entities/A%2F1/repair",
                "{\"model\":\"order_lines\",\"entity\":\"A/1\",\"changed\":true,\"wrong\":{\"explanation\":\"The row is missing\"}}");

        assertThat(run("replay", "--entity", "order_lines/A/1", "--reason", "missing"))
                .isZero();

        assertThat(out.toString()).contains("order_lines/A/1 was put right. The row is missing");
        assertThat(run("replay", "--entity", "order_lines", "--reason", "missing"))
                .isEqualTo(2);
    }

    @Test
    void rebuildsAndSwitchesOnceItIsVerified() {
        String progress = "{\"phase\":\"reading\",\"done\":1,\"total\":4,\"eventsPerSecond\":1,\"remaining\":\"PT3S\"}";
        readSide.on(
                        "POST /generations",
                        202,
                        "/generations/g2",
                        GENERATION.formatted("BUILDING", false, null, null, progress))
                .on("GET /generations/g2", GENERATION.formatted("BUILDING", false, null, null, progress))
                .on("GET /generations/g2", GENERATION.formatted("READY", false, null, null, null))
                .on("GET /generations/g2", GENERATION.formatted("READY", false, "\"all rows hold\"", null, null))
                .on(
                        "POST /generations/g2/switch",
                        GENERATION.formatted("READY", true, "\"all rows hold\"", null, null));

        assertThat(run("rebuild", "--reason", "new index")).isZero();

        assertThat(out.toString())
                .contains("Generation g2, up to position 1,000, is READY and the live one. all rows hold");
        assertThat(readSide.asked().getLast()).isEqualTo(new Asked("POST /generations/g2/switch", "{}", "new index"));
    }

    @Test
    void doesNotSwitchToWhatDoesNotHold() {
        readSide.on("POST /generations", 202, "/generations/g2", "{}")
                .on(
                        "GET /generations/g2",
                        GENERATION.formatted("FAILED", false, "\"FAILED\"", "\"3 rows differ\"", null));

        assertThat(run("rebuild", "--reason", "new index")).isEqualTo(1);

        assertThat(out.toString()).contains("3 rows differ");
        assertThat(readSide.asked()).extracting(Asked::line).doesNotContain("POST /generations/g2/switch");
    }

    @Test
    void verifiesAndEndsWithOneWhereSomethingDiffers() {
        readSide.on("POST /verifications", 202, "/verifications/v1", "{}")
                .on("GET /verifications/v1", """
                {"id":"v1","generation":"g1","state":"DONE","holds":false,"summary":"1 of 4,000 rows differ",
                 "models":[{"model":"product","position":9,"rows":4000,"expectedRows":4000,"digest":"aa","keptDigest":"aa","expectedDigest":"bb",
                            "differences":1}],
                 "differences":[{"model":"product","entity":"A","kind":"CHANGED","explanation":"Somebody wrote to it","expected":{"name":"X"},
                                 "actual":{"name":"Y"}}]}""")
                .on(
                        "POST /models/product/entities/A/repair",
                        "{\"model\":\"product\",\"entity\":\"A\",\"changed\":true,\"wrong\":{\"explanation\":\"Somebody wrote to it\"}}");

        assertThat(run("verify", "product", "--sample", "10")).isEqualTo(1);
        assertThat(out.toString()).contains("4,000", "aa (differs)", "product/A: CHANGED", "1 of 4,000 rows differ");
        assertThat(readSide.asked().getFirst().body()).isEqualTo("{\"model\":\"product\",\"sample\":10}");

        assertThat(run("verify", "--repair", "--reason", "put it right")).isZero();
        assertThat(out.toString()).contains("product/A was put right");
    }

    @Test
    void showsDeadLettersByCauseAndRetriesThem() {
        readSide.on("GET /dead-letters/causes", """
                        {"items":[{"model":"product","cause":"MissingRow","eventType":"io.daybook.ProductRevised","letters":12000,"entities":7,
                                   "first":5,"last":99,"message":"No row"}],"next":null}""")
                .on(
                        "POST /dead-letters/retry",
                        "{\"model\":\"product\",\"entities\":7,\"applied\":12,\"stopped\":1,\"failures\":[]}");

        assertThat(run("dead-letters")).isZero();
        assertThat(out.toString()).contains("product  MissingRow  ProductRevised   12,000         7");

        assertThat(run("dead-letters", "retry", "product", "A", "--reason", "fixed"))
                .isEqualTo(1);
        assertThat(readSide.asked().getLast().body()).isEqualTo("{\"model\":\"product\",\"entity\":\"A\"}");
    }

    @Test
    void showsWhoDidWhatAndWhy() {
        readSide.on("GET /operations?limit=20&actor=me", """
                {"items":[{"operationId":"o1","action":"processor.pause","target":"stock","parameters":{},"actor":"me","reason":"a look",
                           "startedAt":"2011-11-14T09:26:00Z","endedAt":null,"outcome":null,"detail":null}],"next":null}""");

        assertThat(run("operations", "--actor", "me")).isZero();

        assertThat(out.toString()).contains("2011-11-14T09:26:00Z  processor.pause  stock   me     -        a look  -");
    }

    @Test
    void recoversNothingWhereNoStackRuns() {
        assertThat(run("recover", "--until", "5", "--dry-run")).isEqualTo(1);
        assertThat(run("recover", "--until", "5", "--reason", "a trial")).isEqualTo(1);
        assertThat(run("recover", "--until", "5", "--dry-run", "--database", "Bad Name"))
                .isEqualTo(2);

        assertThat(problems.toString()).contains("There is no running stack");
        assertThat(readSide.asked()).isEmpty();
    }

    @Test
    void saysThatNobodyIsThere() {
        readSide.close();

        assertThat(run("processors")).isEqualTo(1);

        assertThat(problems.toString()).contains("cannot be asked");
    }

    private int run(String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of(
                "--query-service",
                readSide.uri().toString(),
                "--authorization-server",
                readSide.uri().toString(),
                "--secrets",
                FakeAuthorization.secretsOf("operator", folder).toString()));
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(problems, true));
        return Daybook.execute(console, line.toArray(String[]::new));
    }
}
