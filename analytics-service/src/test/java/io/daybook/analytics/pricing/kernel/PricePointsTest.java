package io.daybook.analytics.pricing.kernel;

import static io.daybook.analytics.pricing.kernel.Offers.HOUR;
import static io.daybook.analytics.pricing.kernel.Offers.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricePointsTest {

    @Test
    void areThoseWithTheEndingWithinTheLargestStep() {
        assertThat(points(4, 16, 3_000L, ".95", 9.95)).containsExactly(79_500L, 89_500L, 99_500L, 109_500L, 119_500L);
        assertThat(points(4, 100, null, "9.99", 9.99))
                .containsExactly(
                        99_900L, 199_900L, 299_900L, 399_900L, 499_900L, 599_900L, 699_900L, 799_900L, 899_900L,
                        999_900L);
    }

    @ParameterizedTest
    @CsvSource({"9.9, 9.9, 1", "9.89, 9.9, 2", "9.91, 9.9, 0"})
    void haveTheEdgesAmongThem(double floor, double ceiling, int count) {
        assertThat(floor > ceiling ? List.of() : points(floor, ceiling, null, null, 9.9))
                .hasSize(count);
    }

    @Test
    void areAsFineAsTheSkuIsPricedIn() {
        assertThat(points(0.001, 0.004, null, null, 0.002)).containsExactly(10L, 20L, 30L, 40L);
    }

    @Test
    void areEvenlySpreadWhereThereAreMany() {
        List<Long> points = points(1, 1_000, null, null, 10);

        assertThat(points).hasSize(64).isSorted().doesNotHaveDuplicates();
        assertThat(points.getFirst()).isEqualTo(amount(1));
        assertThat(points.getLast()).isEqualTo(amount(1_000));
    }

    @Test
    void areNoneWhereNoPriceHasTheEnding() {
        assertThat(points(4.1, 4.9, null, ".95", 4.5)).isEmpty();
    }

    @Test
    void areThoseThatTryingEveryPriceFinds() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 300; trial++) {
            long floor = random.nextInt(30_000);
            long step = 1L + random.nextInt(12_000);
            long inForce = 1L + random.nextInt(60_000);
            Guardrails guardrails = new Guardrails(floor, floor + random.nextInt(30_000), step, HOUR, ".95");
            List<Long> tried = new ArrayList<>();
            for (long price = 0; price <= 70_000; price++) {
                long moved = Math.abs(price - inForce) * PricePoints.UNIT;
                if (price % 10_000 == 9_500 && guardrails.contain(price) && moved <= inForce * step) {
                    tried.add(price);
                }
            }
            assertThat(list(PricePoints.within(guardrails, inForce)))
                    .as("trial %d: %s from %d", trial, guardrails, inForce)
                    .isEqualTo(tried);
        }
    }

    @Test
    void guardrailsAreAscendingAndOfASizeThatFitsExactArithmetic() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Guardrails(2, 1, null, HOUR, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Guardrails(0, Guardrails.MOST + 1, null, HOUR, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Guardrails(0, 1, 0L, HOUR, null));
        assertThat(new Guardrails(0, Guardrails.MOST, 10 * PricePoints.UNIT, HOUR, null).highest(Guardrails.MOST))
                .isEqualTo(Guardrails.MOST);
    }

    private static List<Long> points(
            double floor, double ceiling, @Nullable Long step, @Nullable String ending, double inForce) {
        return list(PricePoints.within(
                new Guardrails(amount(floor), amount(ceiling), step, HOUR, ending), amount(inForce)));
    }

    private static List<Long> list(PricePoints points) {
        List<Long> list = new ArrayList<>();
        for (int index = 0; index < points.size(); index++) {
            list.add(points.at(index));
        }
        return list;
    }
}
