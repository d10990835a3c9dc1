package io.daybook.bench.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.daybook.analytics.pricing.kernel.ElasticityFit;
import io.daybook.bench.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticityFileTest {

    private static final String ROWS = """
            quantity,group,price
            16,"mugs, cream",1
            4,"mugs, cream",2
            0,"mugs, cream",3
            1,"mugs, cream",4
            NA,"mugs, cream",5
            7,"mugs, cream",
            8,bags,1
            4,bags,2
            2,bags,4
            1,bags,8
            """;

    @TempDir
    private Path folder;

    @Test
    void tellsTheElasticityOfEachGroup() throws IOException {
        Map<String, ElasticityFit> fits = ElasticityFile.ofGroups(Files.writeString(folder.resolve("rows.csv"), ROWS));

        assertThat(fits)
                .containsOnlyKeys("bags", "mugs, cream")
                .hasEntrySatisfying("mugs, cream", fit -> {
                    assertThat(fit.elasticity()).isCloseTo(-2, within(1e-6));
                    assertThat(fit.leftOut()).isEqualTo(3);
                })
                .hasEntrySatisfying("bags", fit -> assertThat(fit.elasticity()).isCloseTo(-1, within(1e-6)));
    }

    @Test
    void unpacksOnTheWay() throws IOException {
        Path file = folder.resolve("rows.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(ROWS.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(ElasticityFile.ofGroups(file)).containsOnlyKeys("bags", "mugs, cream");
    }

    @Test
    void readsWhatASpreadsheetMarksAsUnicode() throws IOException {
        Path file =
                Files.writeString(folder.resolve("rows.csv"), "\uFEFFgroup,price,quantity\na,1,4\na,2,1\na,4,0.25\n");

        assertThat(ElasticityFile.ofGroups(file)).containsOnlyKeys("a");
    }

    @Test
    void printsCsvThatCanBeReadBack() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        new PricingRounds(new Report(new PrintStream(printed, true, StandardCharsets.UTF_8)))
                .elasticities(Files.writeString(folder.resolve("rows.csv"), ROWS));

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .first()
                .isEqualTo("group,elasticity,standard_error,n");
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().skip(1))
                .anyMatch(line -> line.matches("\"mugs, cream\",-(2\\.0|1\\.9999).*,3"));
    }

    @Test
    void saysWhichLineIsUnfit() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "group,price,quantity\na,1,2\na,much,2\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElasticityFile.ofGroups(file))
                .withMessageContaining("Line 3")
                .withMessageContaining("price");
    }

    @Test
    void saysWhichColumnIsMissing() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "group,price,sold\na,1,2\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElasticityFile.ofGroups(file))
                .withMessageContaining("quantity");
    }
}
