package io.daybook.analytics.recommendation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.daybook.analytics.recommendation.kernel.AlsoBoughtKernel.Pair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The known pairs of the UCI Online Retail year, where its file is: {@code -Ddaybook.data=FOLDER}, else the folder
 * {@code shared/data} beside the checkout.
 */
class OnlineRetailPairsTest {

    private static final Path FILE =
            Path.of(System.getProperty("daybook.data", "../../shared/data")).resolve("online-retail.csv.gz");
    private static final Pattern LINE =
            Pattern.compile("([^,]*),([^,]*),(\"(?:[^\"]|\"\")*\"|[^,]*),(-?\\d+),([^,]*),.*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final double SUPPORT = 0.01;

    private final Items items = new Items();
    private final TrailIndex baskets = new TrailIndex(items, 5_000, Duration.ofDays(730), 1_000_000);
    private final AlsoBoughtKernel kernel = new AlsoBoughtKernel(baskets);
    private final Map<String, String> names = new HashMap<>();

    @Test
    void findsTheKnownPairs() throws IOException {
        assumeTrue(Files.exists(FILE), () -> "The year is not here: " + FILE.toAbsolutePath());
        read();
        assertThat(baskets.trails()).isEqualTo(20_725);

        List<Pair> frequent = IntStream.range(0, items.size())
                .filter(this::isFrequent)
                .boxed()
                .flatMap(item -> kernel.pairs(item, this::isFrequent, Integer.MAX_VALUE).stream())
                .filter(pair -> pair.support() >= SUPPORT)
                .toList();
        Pair liftiest =
                frequent.stream().max(Comparator.comparingDouble(Pair::lift)).orElseThrow();
        assertThat(names.get(items.sku(liftiest.item()))).isIn("HERB MARKER THYME", "HERB MARKER ROSEMARY");
        assertThat(liftiest.lift()).isCloseTo(80.5243, within(5e-5));
        assertThat(withoutTheLargest(liftiest).lift()).isCloseTo(80.16, within(0.005));
        Pair commonest =
                frequent.stream().max(Comparator.comparingDouble(Pair::support)).orElseThrow();
        assertThat(names.get(items.sku(commonest.item()))).isIn("JUMBO BAG PINK POLKADOT", "JUMBO BAG RED RETROSPOT");
        assertThat(commonest.support()).isCloseTo(0.039807, within(5e-7));
        assertThat(withoutTheLargest(commonest).support()).isCloseTo(0.039759, within(5e-7));
        assertThat(withoutTheLargest(commonest).lift()).isCloseTo(6.70, within(0.005));
    }

    /** The known figures do not count the pairs of the largest basket, of 1,110 items, which has both of these. */
    private static Pair withoutTheLargest(Pair pair) {
        return new Pair(pair.item(), pair.together() - 1, pair.with(), pair.count(), pair.all(), pair.ratio());
    }

    private boolean isFrequent(int item) {
        return baskets.count(item) >= SUPPORT * baskets.trails();
    }

    /** Lines of a quantity above 0 of invoices that are neither cancellations nor adjustments. */
    private void read() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher fields = LINE.matcher(line);
                assertThat(fields.matches()).as(line).isTrue();
                String invoice = fields.group(1);
                if (Integer.parseInt(fields.group(4)) > 0 && !invoice.startsWith("C") && !invoice.startsWith("A")) {
                    names.putIfAbsent(fields.group(2), fields.group(3).strip());
                    long time = LocalDateTime.parse(fields.group(5), TIME)
                            .toInstant(ZoneOffset.UTC)
                            .toEpochMilli();
                    baskets.record(invoice, null, fields.group(2), time);
                }
            }
        }
    }
}
