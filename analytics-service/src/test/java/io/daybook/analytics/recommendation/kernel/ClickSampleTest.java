package io.daybook.analytics.recommendation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How well the chosen weights foresee the next click of the sample that was published with Serenade, where its files
 * are: {@code -Ddaybook.data=FOLDER}, else the folder {@code shared/data} beside the checkout.
 */
class ClickSampleTest {

    private static final Path DATA = Path.of(System.getProperty("daybook.data", "../../shared/data"));
    private static final int SHOWN = 20;

    private record Click(String session, String item, long time) {}

    private record Quality(int asked, double hits, double ranks) {
        double hitRate() {
            return hits / asked;
        }

        double meanReciprocalRank() {
            return ranks / asked;
        }
    }

    private final Items items = new Items();
    private final TrailIndex index = new TrailIndex(items, 64, Duration.ofDays(180), 10_000_000);
    private final NeighbourKernel kernel = new NeighbourKernel(index, NeighbourWeights.CHOSEN);

    @Test
    void foreseesTheNextClickOfTheValidationPart() throws IOException {
        feed(clicks("train"));

        Quality frozen = foresee(clicks("valid"), false);

        System.out.printf("valid, frozen: %.4f %.4f%n", frozen.hitRate(), frozen.meanReciprocalRank());
        assertThat(frozen.asked()).isEqualTo(1_121);
        assertThat(frozen.hitRate()).isGreaterThan(0.73);
        assertThat(frozen.meanReciprocalRank()).isGreaterThan(0.38);
    }

    @Test
    void foreseesTheNextClickOfTheTestPartFrozenAndFedClickByClick() throws IOException {
        feed(clicks("train"));
        List<Click> test = clicks("test");

        Quality frozen = foresee(test, false);
        long start = System.nanoTime();
        Quality streamed = foresee(test, true);
        System.out.printf(
                "test, frozen: %.4f %.4f; fed: %.4f %.4f; %d us each%n",
                frozen.hitRate(),
                frozen.meanReciprocalRank(),
                streamed.hitRate(),
                streamed.meanReciprocalRank(),
                (System.nanoTime() - start) / 1_000 / test.size());

        assertThat(frozen.asked()).isEqualTo(931);
        assertThat(frozen.hitRate()).isGreaterThanOrEqualTo(0.68);
        assertThat(frozen.meanReciprocalRank()).isGreaterThanOrEqualTo(0.36);
        assertThat(streamed.hitRate()).isGreaterThanOrEqualTo(0.68);
        assertThat(streamed.meanReciprocalRank()).isGreaterThanOrEqualTo(0.36);
    }

    private void feed(List<Click> clicks) {
        clicks.forEach(click -> index.record(click.session, null, click.item, click.time));
    }

    /** Asks before each click but a session's first, in the order of time; then feeds it, where wanted. */
    private Quality foresee(List<Click> clicks, boolean feeding) {
        Map<String, List<Click>> sessions = new LinkedHashMap<>();
        int asked = 0;
        double hits = 0;
        double ranks = 0;
        for (Click click : clicks) {
            List<Click> before = sessions.computeIfAbsent(click.session, _ -> new ArrayList<>());
            if (!before.isEmpty()) {
                int rank = rank(before, click);
                asked++;
                hits += rank > 0 ? 1 : 0;
                ranks += rank > 0 ? 1.0 / rank : 0;
            }
            before.add(click);
            if (feeding) {
                index.record(click.session, null, click.item, click.time);
            }
        }
        return new Quality(asked, hits, ranks);
    }

    private int rank(List<Click> before, Click next) {
        int[] session =
                before.stream().mapToInt(click -> items.find(click.item)).toArray();
        @Nullable Trail itself = index.find(next.session).orElse(null);
        List<Candidate> found = kernel.next(session, itself, before.getLast().time, _ -> true, SHOWN);
        for (int place = 0; place < found.size(); place++) {
            if (items.sku(found.get(place).item()).equals(next.item)) {
                return place + 1;
            }
        }
        return 0;
    }

    private static List<Click> clicks(String part) throws IOException {
        Path file = DATA.resolve("bol-serenade-" + part + ".tsv.gz");
        assumeTrue(Files.exists(file), () -> "The click sample is not here: " + file.toAbsolutePath());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(fields -> new Click(fields[0], fields[1], Math.round(Double.parseDouble(fields[2]) * 1_000)))
                    .sorted(Comparator.comparingLong(Click::time))
                    .toList();
        }
    }
}
