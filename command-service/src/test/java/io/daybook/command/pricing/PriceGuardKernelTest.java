package io.daybook.command.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.pricing.command.PricingMode;
import io.daybook.api.pricing.command.PricingPolicy;
import io.daybook.api.pricing.command.PricingRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceGuardKernelTest {

    /** Floor 4, ceiling 6, a quarter of 5.00 at most: 3.75 to 6.25. */
    @ParameterizedTest(name = "{0} becomes {1} by {2}")
    @CsvSource({
        "3.99, 4.00, FLOOR",
        "4.00, 4.00,",
        "4.01, 4.01,",
        "5.99, 5.99,",
        "6.00, 6.00,",
        "6.01, 6.00, CEILING",
        "0, 4.00, FLOOR LARGEST_STEP",
        "6.25, 6.00, CEILING",
        "6.26, 6.00, CEILING LARGEST_STEP",
        "5.004, 5.00, SMALLEST_UNIT",
        "5.005, 5.00, SMALLEST_UNIT",
        "5.006, 5.01, SMALLEST_UNIT"
    })
    void holdsAPriceToFloorAndCeiling(BigDecimal requested, BigDecimal price, @Nullable String rules) {
        GuardedPrice guarded =
                PriceGuardKernel.guard(requested, new BigDecimal("5.00"), policy("4", "6", "0.25", null));

        assertThat(guarded.price()).isEqualByComparingTo(price);
        assertThat(guarded.rules()).isEqualTo(rules(rules));
        assertThat(guarded.decisive())
                .isEqualTo(rules == null ? null : rules(rules).getFirst());
    }

    /** A tenth of 5.00 at most: 4.50 to 5.50. */
    @ParameterizedTest(name = "{0} becomes {1} by {2}")
    @CsvSource({
        "4.49, 4.50, LARGEST_STEP",
        "4.50, 4.50,",
        "4.51, 4.51,",
        "5.49, 5.49,",
        "5.50, 5.50,",
        "5.51, 5.50, LARGEST_STEP"
    })
    void holdsAPriceToTheLargestStep(BigDecimal requested, BigDecimal price, @Nullable String rules) {
        GuardedPrice guarded =
                PriceGuardKernel.guard(requested, new BigDecimal("5.00"), policy("1", "9", "0.10", null));

        assertThat(guarded.price()).isEqualByComparingTo(price);
        assertThat(guarded.rules()).isEqualTo(rules(rules));
    }

    @ParameterizedTest(name = "{0} ending in {1} becomes {2} by {3}, above all {4}")
    @CsvSource({
        "4.99, .99, 4.99,,",
        "5.20, .99, 4.99, ENDING, ENDING",
        "5.49, .99, 4.99, ENDING, ENDING",
        "5.50, .99, 5.99, ENDING, ENDING",
        "7.00, .99, 6.99, ENDING, ENDING",
        "7.60, .99, 6.99, CEILING ENDING, CEILING",
        "9.00, .99, 6.99, CEILING ENDING, CEILING",
        "2.20, .99, 2.99, FLOOR ENDING, FLOOR",
        "6.00, .50, 5.50, ENDING, ENDING",
        "4.00, 2.95, 2.95, ENDING, ENDING",
        "5.00, .0, 5.0,,"
    })
    void takesTheNearestPriceWithTheEnding(
            BigDecimal requested,
            String ending,
            BigDecimal price,
            @Nullable String rules,
            @Nullable PricingRule decisive) {
        GuardedPrice guarded =
                PriceGuardKernel.guard(requested, new BigDecimal("5.00"), policy("2.5", "7.5", null, ending));

        assertThat(guarded.price()).isEqualByComparingTo(price);
        assertThat(guarded.rules()).isEqualTo(rules(rules));
        assertThat(guarded.decisive()).isEqualTo(decisive);
    }

    @Test
    void namesTheTighterOfTwoLimitsAsDecisive() {
        assertThat(PriceGuardKernel.guard(new BigDecimal("9"), new BigDecimal("5"), policy("1", "6", "0.10", null)))
                .isEqualTo(new GuardedPrice(
                        new BigDecimal("5.50"),
                        List.of(PricingRule.CEILING, PricingRule.LARGEST_STEP),
                        PricingRule.LARGEST_STEP));
        assertThat(PriceGuardKernel.guard(new BigDecimal("9"), new BigDecimal("5"), policy("1", "5.50", "0.10", null))
                        .decisive())
                .as("of two equal ones, the fixed one")
                .isEqualTo(PricingRule.CEILING);
    }

    @ParameterizedTest
    @CsvSource({
        "5.50, 1, 9, 0.08, .99, 5.50, ENDING",
        "5, 6, 9, 0.1,, 5.00, FLOOR",
        "5.44, 5.01, 5.98,, .99, 5.50, CEILING ENDING"
    })
    void findsNoPriceWhereTheLimitsLeaveNone(
            BigDecimal inForce,
            String floor,
            String ceiling,
            @Nullable String step,
            @Nullable String ending,
            BigDecimal requested,
            String anyRule) {
        GuardedPrice guarded = PriceGuardKernel.guard(requested, inForce, policy(floor, ceiling, step, ending));

        assertThat(guarded.price()).isNull();
        assertThat(guarded.decisive()).isNull();
        assertThat(guarded.rules()).containsAll(rules(anyRule));
    }

    @Test
    void pricesAsFinelyAsTheSkuIsPriced() {
        assertThat(PriceGuardKernel.guard(
                                new BigDecimal("0.0027"), new BigDecimal("0.0021"), policy("0.001", "1", "0.25", null))
                        .price())
                .isEqualTo(new BigDecimal("0.0026"));
    }

    private static List<PricingRule> rules(@Nullable String rules) {
        return rules == null
                ? List.of()
                : Arrays.stream(rules.split(" ")).map(PricingRule::valueOf).toList();
    }

    private static PricingPolicy policy(String floor, String ceiling, @Nullable String step, @Nullable String ending) {
        return new PricingPolicy(
                "GBP",
                new BigDecimal(floor),
                new BigDecimal(ceiling),
                step == null ? null : new BigDecimal(step),
                Duration.ZERO,
                ending,
                PricingMode.AUTOMATIC);
    }
}
