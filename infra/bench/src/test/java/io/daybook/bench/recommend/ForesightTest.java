package io.daybook.bench.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForesightTest {

    @TempDir
    private Path folder;

    @Test
    void readsColumnsInAnyOrderPlainOrPackedInTheOrderOfTime() throws IOException {
        Path commas = folder.resolve("clicks.csv");
        Files.writeString(commas, "Time,ItemId,SessionId\n2.5,b,s\n\n1,a,s\n");
        Path packed = folder.resolve("clicks.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("SessionId\tItemId\tTime\ns\tb\t2.5\ns\ta\t1.0\n".getBytes(StandardCharsets.UTF_8));
        }

        List<Click> expected = List.of(
                new Click("s", "a", Instant.ofEpochSecond(1)), new Click("s", "b", Instant.ofEpochMilli(2_500)));
        assertThat(Click.read(commas)).isEqualTo(expected);
        assertThat(Click.read(packed)).isEqualTo(expected);
    }

    @Test
    void namesTheColumnThatIsMissing() throws IOException {
        Path file = folder.resolve("clicks.csv");
        Files.writeString(file, "Time,Item\n");

        assertThatThrownBy(() -> Click.read(file)).hasMessageContaining("no column sessionid");
    }

    @Test
    void asksBeforeEachClickButASessionsFirstAndThenFeedsIt() {
        List<String> happened = new ArrayList<>();
        List<Click> clicks = List.of(click("s", "a", 1), click("t", "x", 2), click("s", "b", 3), click("s", "c", 4));

        Foresight foresight = Foresight.of(
                clicks,
                (session, items) -> {
                    happened.add(session + items);
                    return List.of("z", "b");
                },
                click -> happened.add(click.item()));

        assertThat(happened).containsExactly("a", "x", "s[a]", "b", "s[a, b]", "c");
        assertThat(foresight.asked()).isEqualTo(2);
        assertThat(foresight.hitRate()).isEqualTo(0.5);
        assertThat(foresight.meanReciprocalRank()).isCloseTo(0.25, within(1e-12));
        assertThat(foresight.shown()).isEqualTo(2);
    }

    private static Click click(String session, String item, long second) {
        return new Click(session, item, Instant.ofEpochSecond(second));
    }
}
