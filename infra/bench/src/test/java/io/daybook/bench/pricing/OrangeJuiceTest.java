package io.daybook.bench.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.daybook.bench.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrangeJuiceTest {

    private static final String FILE = "dominicks-orange-juice.csv.gz";

    @TempDir
    private Path folder;

    @Test
    void learnsTheKnownElasticities() {
        Path file = data().resolve(FILE);
        assumeTrue(Files.isRegularFile(file), "no " + file);

        assertThat(compare(file))
                .contains("Tropicana      -2.7117", "Minute Maid    -3.3210", "Dominick's     -3.3775");
    }

    @Test
    void saysPlainlyThatThereIsNoFile() {
        assertThat(compare(folder.resolve(FILE))).contains("left out: there is no");
    }

    @Test
    void refusesAFileThatLacksABrand() throws IOException {
        Path file = Files.writeString(folder.resolve("juice.csv"), "brand,logmove,price1\n1,2.0,0.5\n");

        assertThatIllegalArgumentException().isThrownBy(() -> compare(file)).withMessageContaining("brand 5");
    }

    private static String compare(Path file) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        OrangeJuice.compare(file, new Report(new PrintStream(printed, true, StandardCharsets.UTF_8)));
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Beside the clone, or where the property {@code daybook.data} or DAYBOOK_DATA says. */
    private static Path data() {
        return Optional.ofNullable(System.getProperty("daybook.data"))
                .or(() -> Optional.ofNullable(System.getenv("DAYBOOK_DATA")))
                .map(Path::of)
                .orElse(Path.of("../../../shared/data"));
    }
}
