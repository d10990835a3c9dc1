package io.daybook.command.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.pricing.command.PricingMode;
import io.daybook.api.pricing.command.PricingPolicy;
import io.daybook.api.pricing.command.PricingRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel against a search through every price there is, in whole ten-thousandths. */
class PriceGuardOracleTest {

    private static final int CASES = 1_000;
    private static final long UNIT = 10_000;
    private static final String[] ENDINGS = {".99", ".95", ".50", ".9", ".00", "4.99", "9.5"};

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void decidesAsASearchThroughAllPricesDoes(long seed) {
        Random random = new Random(seed);
        int decided = 0;
        int bound = 0;
        for (int number = 0; number < CASES; number++) {
            Case one = Case.any(random);
            GuardedPrice guarded = PriceGuardKernel.guard(amount(one.requested), amount(one.inForce), one.policy());

            Long expected = one.search();
            assertThat(guarded.price() == null ? null : units(guarded.price()))
                    .as("seed %d, case %d: %s", seed, number, one)
                    .isEqualTo(expected);
            if (expected != null) {
                List<PricingRule> rules = one.rules(expected);
                assertThat(guarded.rules())
                        .as("seed %d, case %d: %s", seed, number, one)
                        .isEqualTo(rules);
                assertThat(guarded.decisive())
                        .as("seed %d, case %d: %s", seed, number, one)
                        .isEqualTo(one.decisive(rules));
                decided++;
                bound += rules.isEmpty() ? 0 : 1;
            }
        }
        assertThat(decided).as("cases with a price").isGreaterThan(CASES / 4);
        assertThat(bound).as("cases with a rule that bound").isGreaterThan(CASES / 8);
    }

    private static BigDecimal amount(long units) {
        return BigDecimal.valueOf(units, 4);
    }

    private static long units(BigDecimal amount) {
        return amount.movePointRight(4).longValueExact();
    }

    /**
     * All in ten-thousandths; {@code step} is 0 for none, {@code grain} what every price but the requested one is a
     * multiple of.
     */
    private record Case(
            long grain,
            long requested,
            long inForce,
            long floor,
            long ceiling,
            long step,
            @Nullable String ending) {

        static Case any(Random random) {
            // prices in pence up to 14.00, or in hundredths of a penny up to 0.05
            boolean fine = random.nextInt(6) == 0;
            long grain = fine ? 1 : 100;
            int most = fine ? 500 : 1_400;
            long floor = random.nextInt(most / 2) * grain;
            long ceiling = floor + random.nextInt(most / 2) * grain;
            String ending = fine || random.nextBoolean() ? null : ENDINGS[random.nextInt(ENDINGS.length)];
            long step = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 4_000);
            long inForce = random.nextInt(5) == 0
                    ? random.nextInt(most) * grain
                    : floor + random.nextLong(Math.max(1, (ceiling - floor) / grain)) * grain;
            long requested = random.nextInt(8) == 0 ? random.nextLong(most * grain) : random.nextInt(most) * grain;
            return new Case(grain, requested, inForce, floor, ceiling, step, ending);
        }

        PricingPolicy policy() {
            return new PricingPolicy(
                    "GBP",
                    amount(floor),
                    amount(ceiling),
                    step == 0 ? null : amount(step),
                    Duration.ZERO,
                    ending,
                    PricingMode.AUTOMATIC);
        }

        @Nullable Long search() {
            return nearest(price -> isAboveLows(price) && isBelowHighs(price));
        }

        List<PricingRule> rules(long decided) {
            Long free = nearest(_ -> true);
            List<PricingRule> rules = new ArrayList<>();
            for (PricingRule rule : List.of(PricingRule.FLOOR, PricingRule.CEILING, PricingRule.LARGEST_STEP)) {
                if (breaks(rule, requested) || (free != null && breaks(rule, free))) {
                    rules.add(rule);
                }
            }
            boolean atEdge = requested < decided
                    ? decided * UNIT == Math.max(floor * UNIT, lowestByStep()) && !isAboveLows(requested)
                    : decided * UNIT == Math.min(ceiling * UNIT, highestByStep()) && !isBelowHighs(requested);
            if (decided != requested && !atEdge) {
                rules.add(ending == null ? PricingRule.SMALLEST_UNIT : PricingRule.ENDING);
            }
            return rules;
        }

        @Nullable PricingRule decisive(List<PricingRule> rules) {
            if (rules.contains(PricingRule.LARGEST_STEP)) {
                if (rules.contains(PricingRule.FLOOR) && floor * UNIT >= lowestByStep()) {
                    return PricingRule.FLOOR;
                }
                return rules.contains(PricingRule.CEILING) && ceiling * UNIT <= highestByStep()
                        ? PricingRule.CEILING
                        : PricingRule.LARGEST_STEP;
            }
            return rules.isEmpty() ? null : rules.getFirst();
        }

        private @Nullable Long nearest(LongPredicate fits) {
            return LongStream.iterate(0, price -> price <= 2_600 * grain, price -> price + grain)
                    .filter(this::isOnGrid)
                    .filter(fits)
                    .boxed()
                    .reduce((best, price) -> Math.abs(price - requested) < Math.abs(best - requested) ? price : best)
                    .orElse(null);
        }

        private boolean isOnGrid(long price) {
            if (ending != null) {
                long turn = ending.indexOf('.') == 0 ? UNIT : 10 * UNIT;
                return price % turn == units(new BigDecimal("0" + ending));
            }
            boolean pence = inForce % 100 == 0 && floor % 100 == 0 && ceiling % 100 == 0;
            boolean tenths = inForce % 10 == 0 && floor % 10 == 0 && ceiling % 10 == 0;
            return price % (pence ? 100 : tenths ? 10 : 1) == 0;
        }

        private boolean isAboveLows(long price) {
            return price >= floor && price * UNIT >= lowestByStep();
        }

        private boolean isBelowHighs(long price) {
            return price <= ceiling && price * UNIT <= highestByStep();
        }

        private boolean breaks(PricingRule rule, long price) {
            return switch (rule) {
                case FLOOR -> price < floor;
                case CEILING -> price > ceiling;
                case LARGEST_STEP -> price * UNIT < lowestByStep() || price * UNIT > highestByStep();
                case ENDING, SMALLEST_UNIT -> throw new IllegalArgumentException("no limit: " + rule);
            };
        }

        private long lowestByStep() {
            return step == 0 ? 0 : inForce * (UNIT - step);
        }

        private long highestByStep() {
            return step == 0 ? Long.MAX_VALUE : inForce * (UNIT + step);
        }
    }
}
