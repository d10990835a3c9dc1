package io.daybook.bench.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.recommendation.kernel.ExplorationKernel;
import io.daybook.analytics.recommendation.kernel.ExplorationKernel.Placed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Visitors follow a product by what it is worth to them, whatever shows it; SKU0 trends most, and is worth most. The
 * policy that is logged ranks what trends least first, and explores: what it showed is followed far less than what
 * trends would have been.
 */
class OffPolicyTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int PRODUCTS = 8;
    private static final int PLACES = 4;
    private static final int EXPOSURES = 20_000;

    private final StringBuilder lines = new StringBuilder();
    private final Random random = new Random(17);
    private int clicks;

    @TempDir
    private Path folder;

    @BeforeEach
    void lookAtProducts() {
        for (int sku = 0; sku < PRODUCTS; sku++) {
            for (int visit = sku; visit < PRODUCTS; visit++) {
                view("V%d-%d".formatted(sku, visit), START, sku);
                view("V%d-%d".formatted(sku, visit), START.plusSeconds(1), sku);
            }
        }
    }

    @Test
    void tellsWhatAnotherRankingWouldHaveGotOutOfALogThatIsFarOff() throws IOException {
        for (int number = 0; number < EXPOSURES; number++) {
            show(number, ExplorationKernel.arrange(PRODUCTS, PLACES, PLACES, 0.5, random.nextLong()));
        }
        double truth = (worth(0) + worth(1) + worth(2) + worth(3)) / PLACES;

        String told = told();

        for (String estimator : new String[] {" IPS", "SNIPS"}) {
            double value = figure(told, estimator + " ([0-9.]+)");
            double error = figure(told, estimator + " [0-9.]+ \\(± ([0-9.]+)\\)");
            assertThat(truth).as(told).isBetween(value - 1.96 * error, value + 1.96 * error);
            assertThat((double) clicks / EXPOSURES / PLACES)
                    .as("without weights")
                    .isLessThan(value - 1.96 * error);
        }
        assertThat(figure(told, "say as much as ([0-9]+)")).isBetween(500.0, EXPOSURES / 2.0);
        assertThat(figure(told, "covering ([0-9]+) %")).isBetween(95.0, 105.0);
    }

    @Test
    void saysThatALogWithoutExplorationSaysNothingOfAnother() throws IOException {
        for (int number = 0; number < 100; number++) {
            show(number, ExplorationKernel.arrange(PRODUCTS, PLACES, 0, 0, random.nextLong()));
        }

        assertThat(figure(told(), "covering ([0-9]+) %")).isZero();
    }

    private void view(String session, Instant at, int sku) {
        lines.append("""
                {"type":"ProductViewed","sessionId":"%s","at":"%s","sku":"SKU%d"}
                """.formatted(session, at, sku));
    }

    private void show(int number, Placed[] placed) {
        Instant at = START.plusSeconds(60 + number);
        StringBuilder items = new StringBuilder();
        StringBuilder followed = new StringBuilder();
        for (Placed place : placed) {
            int sku = PRODUCTS - 1 - place.rank();
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"sku\":\"SKU%d\",\"propensity\":%s}".formatted(sku, place.propensity()));
            if (random.nextDouble() < worth(sku)) {
                clicks++;
                followed.append("""
                        {"type":"RecommendationClicked","sessionId":"W%d","at":"%s","recommendationId":"R%d","sku":"SKU%d"}
                        """.formatted(number, at.plusSeconds(5), number, sku));
            }
        }
        lines.append("""
                {"type":"RecommendationShown","sessionId":"W%d","at":"%s","recommendationId":"R%d","policy":"odd","items":[%s]}
                """.formatted(number, at, number, items)).append(followed);
    }

    private static double worth(int sku) {
        return 0.5 / (1 + sku);
    }

    /** What the command says of showing what trends instead. */
    private String told() throws IOException {
        Path file = Files.writeString(folder.resolve("activities.ndjson"), lines);
        StringWriter out = new StringWriter();
        int status = Backtest.commandLine()
                .setOut(new PrintWriter(out))
                .execute("recommendations", "--activities", file.toString(), "--limit", Integer.toString(PLACES));
        assertThat(status).isZero();
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("trending     instead of odd"))
                .findFirst()
                .orElseThrow();
    }

    private static double figure(String told, String pattern) {
        Matcher figure = Pattern.compile(pattern).matcher(told.replace(",", ""));
        assertThat(figure.find()).as(told).isTrue();
        return Double.parseDouble(figure.group(1));
    }
}
