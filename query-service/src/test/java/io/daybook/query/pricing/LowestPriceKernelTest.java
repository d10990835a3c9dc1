package io.daybook.query.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.pricing.LowestPriceKernel.Reduction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LowestPriceKernelTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration DAYS_30 = Duration.ofDays(30);

    private final LowestPriceKernel kernel = new LowestPriceKernel(DAYS_30);

    /** 5.00 ends, and 9.00 begins, so many microseconds from the opening of the window before 8.00. */
    @ParameterizedTest
    @CsvSource({"-1,9.00", "0,9.00", "1,5.00"})
    void countsAPriceThatIsStillInForceWhenTheWindowOpens(long micros, String lowest) {
        Instant reduced = START.plus(Duration.ofDays(50));
        Instant ends = reduced.minus(DAYS_30).plus(micros, ChronoUnit.MICROS);

        Reduction reduction = only(entry(START, "5.00"), entry(ends, "9.00"), entry(reduced, "8.00"));

        assertThat(reduction.lowest().amount()).isEqualByComparingTo(lowest);
        assertThat(reduction.daysKnown()).isEqualTo(30);
    }

    /** The first price begins so many microseconds from the opening of the window. */
    @ParameterizedTest
    @CsvSource({"-1,30", "0,30", "1,29"})
    void tellsHowManyDaysOfTheWindowHadAPrice(long micros, long days) {
        Instant reduced = START.plus(DAYS_30).minus(micros, ChronoUnit.MICROS);

        assertThat(only(entry(START, "9.00"), entry(reduced, "8.00")).daysKnown())
                .isEqualTo(days);
    }

    @Test
    void takesTheLowestSinceItBeganForWhatIsOnOfferForLess() {
        Reduction reduction = only(entry(START, "7.00"), entry(day(3), "9.00"), entry(day(10), "8.00"));

        assertThat(reduction.lowest().amount()).isEqualByComparingTo("7.00");
        assertThat(reduction.lowest().from()).isEqualTo(START);
        assertThat(reduction.lowest().until()).isEqualTo(day(3));
        assertThat(reduction.daysKnown()).isEqualTo(10);
    }

    @Test
    void tellsTheLastPeriodOfALowestPriceThatCameTwice() {
        assertThat(last(
                                entry(START, "7.00"),
                                entry(day(1), "9.00"),
                                entry(day(2), "7.00"),
                                entry(day(3), "9.00"),
                                entry(day(4), "8.00"))
                        .lowest()
                        .from())
                .isEqualTo(day(2));
    }

    @Test
    void keepsThePriorPriceOfTheFirstOfProgressiveReductionsBesideEachOnesOwn() {
        List<Reduction> reductions = reductions(
                entry(START, "10.00"),
                entry(day(40), "9.00"),
                entry(day(50), "9.0"),
                entry(day(60), "8.00"),
                entry(day(95), "7.00"));

        assertThat(reductions)
                .extracting(reduction -> reduction.lowest().amount())
                .containsExactly(new BigDecimal("10.00"), new BigDecimal("9.00"), new BigDecimal("8.00"));
        assertThat(reductions)
                .extracting(reduction -> reduction.lowestBeforeFirst().amount())
                .containsOnly(new BigDecimal("10.00"));
        assertThat(reductions).extracting(reduction -> reduction.first().from()).containsOnly(day(40));
    }

    @Test
    void beginsAnotherSeriesAfterAnIncrease() {
        Reduction last =
                last(entry(START, "10.00"), entry(day(40), "8.00"), entry(day(41), "9.00"), entry(day(42), "8.50"));

        assertThat(last.first()).isEqualTo(last.reduced());
        assertThat(last.lowestBeforeFirst().amount()).isEqualByComparingTo("8.00");
    }

    @Test
    void isNoReductionWhereNothingIsLower() {
        assertThat(reductions()).isEmpty();
        assertThat(reductions(entry(START, "9.00"))).isEmpty();
        assertThat(reductions(entry(START, "9.00"), entry(day(1), "9.0"), entry(day(2), "9.01")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsWhatAScanOfEveryMinuteTells(long seed) {
        Random random = new Random(seed);
        List<PriceEntry> entries = new ArrayList<>();
        long minute = 0;
        while (entries.size() < 60) {
            entries.add(entry(
                    START.plus(Duration.ofMinutes(minute)),
                    BigDecimal.valueOf(100 + random.nextInt(20), 2).toString()));
            minute += 1 + random.nextInt(random.nextInt(4) == 0 ? 12 * 24 * 60 : 2 * 24 * 60);
        }
        int days = 1 + random.nextInt(40);
        MinuteScan scan = new MinuteScan(entries, minute, days * 24 * 60);

        List<Reduction> reductions = new LowestPriceKernel(Duration.ofDays(days)).reductions(PricePeriod.of(entries));

        assertThat(reductions.stream().map(MinuteScan::told))
                .as("seed %s, %s days", seed, days)
                .isNotEmpty()
                .containsExactlyElementsOf(scan.reductions());
    }

    /** The price of every minute in an array, and what follows from looking at each of them. */
    private record MinuteScan(BigDecimal[] prices, int window) {

        MinuteScan(List<PriceEntry> entries, long minutes, int window) {
            this(
                    LongStream.range(0, minutes)
                            .mapToObj(minute -> START.plus(Duration.ofMinutes(minute)))
                            .map(time -> entries.stream()
                                    .filter(entry -> !entry.start().isAfter(time))
                                    .reduce((_, later) -> later)
                                    .orElseThrow()
                                    .amount())
                            .toArray(BigDecimal[]::new),
                    window);
        }

        static String told(Reduction reduction) {
            return "%s %s %s"
                    .formatted(
                            reduction.reduced().from(),
                            reduction.lowest().amount(),
                            reduction.lowestBeforeFirst().amount());
        }

        List<String> reductions() {
            List<String> told = new ArrayList<>();
            int series = 0;
            for (int minute = 1; minute < prices.length; minute++) {
                int step = prices[minute].compareTo(prices[minute - 1]);
                if (step > 0) {
                    series = 0;
                }
                if (step < 0) {
                    series = series == 0 ? minute : series;
                    told.add("%s %s %s"
                            .formatted(START.plus(Duration.ofMinutes(minute)), lowest(minute), lowest(series)));
                }
            }
            return told;
        }

        private BigDecimal lowest(int before) {
            BigDecimal lowest = prices[before - 1];
            for (int minute = Math.max(0, before - window); minute < before; minute++) {
                lowest = lowest.min(prices[minute]);
            }
            return lowest;
        }
    }

    private Reduction only(PriceEntry... entries) {
        List<Reduction> reductions = reductions(entries);
        assertThat(reductions).hasSize(1);
        return reductions.getFirst();
    }

    private Reduction last(PriceEntry... entries) {
        return reductions(entries).getLast();
    }

    private List<Reduction> reductions(PriceEntry... entries) {
        return kernel.reductions(PricePeriod.of(List.of(entries)));
    }

    private static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }

    private static PriceEntry entry(Instant start, String amount) {
        return new PriceEntry(start, new BigDecimal(amount), "SET", null, 1, null);
    }
}
