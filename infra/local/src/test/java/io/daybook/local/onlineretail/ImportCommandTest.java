package io.daybook.local.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.local.traffic.FakeAuthorization;
import io.daybook.local.traffic.FakeShop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {

    private static final String[] ROWS = {
        "1,A,HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom",
        "1,POST,POSTAGE,1,2010-12-01 08:26:00,18.00,17850,United Kingdom",
        "1,A,HEART,1,2010-12-01 08:26:00,0,17850,United Kingdom",
        "2,A,damaged,-2,2010-12-01 09:00:00,0.0,,United Kingdom",
        "broken",
        "C3,A,HEART,-1,2010-12-02 09:00:00,2.55,17850,United Kingdom",
        "A4,B,Adjust bad debt,1,2010-12-02 10:00:00,-10.00,,United Kingdom"
    };

    private static final String SUMMARY = """
            {"currency":"GBP","revenue":"20.75","units":7,"orders":1,"customers":1,"products":3,
             "cancellations":{"count":1,"amount":"-2.55"}}""";

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void accountsForEveryRowAndComparesTheFigures() {
        try (FakeShop fake = new FakeShop()) {
            fake.summary(SUMMARY);

            assertThat(run(fake, RetailFiles.plain(folder, ROWS))).isZero();
        }
        assertThat(said.toString().lines().map(String::stripTrailing))
                .contains(
                        "  order line               1  line of an order, at the price of the row",
                        "  read                     7  every row is one of these",
                        "Broken rows: 1",
                        "  line 6: 1 columns instead of 8",
                        "  order                      1            1             0         0",
                        "  revenue GBP                     20.75            20.75")
                .noneMatch(line -> line.contains("DIFFERS"));
    }

    @Test
    void changesNothingTheSecondTime() {
        try (FakeShop fake = new FakeShop()) {
            fake.summary(SUMMARY);
            Path file = RetailFiles.gzip(folder, ROWS);
            run(fake, file);
            List<String> first = fake.commands().bodies();
            run(fake, file);

            assertThat(fake.commands().bodies()).isEqualTo(first);
        }
    }

    @Test
    void completesAnImportThatStoppedEarly() {
        try (FakeShop inSteps = new FakeShop();
                FakeShop atOnce = new FakeShop()) {
            inSteps.summary(SUMMARY);
            atOnce.summary(SUMMARY);
            Path file = RetailFiles.gzip(folder, ROWS);
            run(inSteps, file, "--until", "2010-12-02");
            assertThat(inSteps.commands().bodies()).noneMatch(body -> body.contains("returnId"));
            run(inSteps, file);
            run(atOnce, file);

            assertThat(inSteps.commands().bodies())
                    .containsExactlyInAnyOrderElementsOf(atOnce.commands().bodies());
        }
    }

    @Test
    void saysWhereTheShopDiffersAndListsRefusals() {
        try (FakeShop fake = new FakeShop()) {
            fake.summary(SUMMARY.replace("20.75", "20.70"));
            fake.commands().failNext(1, 409, "{\"code\":\"PRODUCT_WITHDRAWN\",\"detail\":\"gone\"}");

            assertThat(run(fake, RetailFiles.plain(folder, ROWS))).isEqualTo(1);
        }
        assertThat(said.toString())
                .contains("Refused requests: 1")
                .contains("PRODUCT_WITHDRAWN (409) gone")
                .contains("DIFFERS");
    }

    @Test
    void refusesAFileThatIsSomethingElse() {
        try (FakeShop fake = new FakeShop()) {
            assertThat(run(fake, RetailFiles.write(folder.resolve("x.csv"), "a,b\n")))
                    .isEqualTo(1);
        }
        assertThat(said.toString()).contains("is not the Online Retail file");
    }

    private int run(FakeShop fake, Path file, String... options) {
        String url = fake.services().command().toString();
        CommandLine command = new CommandLine(new ImportCommand()).setOut(new PrintWriter(said));
        List<String> arguments = new ArrayList<>(List.of(
                "online-retail",
                file.toString(),
                "--command-service",
                url,
                "--query-service",
                url,
                "--analytics-service",
                url,
                "--authorization-server",
                url,
                "--secrets",
                FakeAuthorization.secretsOf("shop", folder).toString(),
                "--in-flight",
                "4"));
        arguments.addAll(List.of(options));
        return command.execute(arguments.toArray(String[]::new));
    }
}
