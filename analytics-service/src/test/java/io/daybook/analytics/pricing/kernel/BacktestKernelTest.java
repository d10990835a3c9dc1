package io.daybook.analytics.pricing.kernel;

import static io.daybook.analytics.pricing.kernel.Offers.FLOWING;
import static io.daybook.analytics.pricing.kernel.Offers.HOUR;
import static io.daybook.analytics.pricing.kernel.Offers.NOON;
import static io.daybook.analytics.pricing.kernel.Offers.amount;
import static io.daybook.analytics.pricing.kernel.Offers.strategy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BacktestKernelTest {

    private static final CategoryPrior CATEGORY = new CategoryPrior(2, 1);
    private static final Guardrails GUARDRAILS = new Guardrails(amount(6), amount(14), 1_000L, HOUR, null);
    private static final double ELASTICITY = 2.5;
    private static final double COST = 5;

    @Test
    void expectsWhatWasEarnedWhereItChangesNothing() {
        BacktestKernel backtest = backtest(strategy(Mode.OFF, Exploration.NONE));
        for (int step = 0; step < 30; step++) {
            step(backtest, step, 10, 100, step % 7, FLOWING);
        }

        BacktestReport report = backtest.report(CATEGORY, 100);

        double sold = 85;
        assertThat(report.earned()).isCloseTo(sold * (10 - COST), within(1e-9));
        assertThat(report.expected()).isCloseTo(report.earned(), within(1e-9));
        assertThat(report.high() - report.low()).isCloseTo(0, within(1e-9));
        assertThat(report.moves()).isZero();
        assertThat(report.verdicts()).containsOnlyKeys(Verdict.OFF);
        assertThat(report.volatility()).isZero();
    }

    @Test
    void countsMovesAndTheLimitsThatStoppedThem() {
        BacktestKernel backtest =
                backtest(new Strategy(Mode.AUTOMATIC, Objective.REVENUE, Exploration.NONE, 0, "spring", 0));
        CategoryPrior elastic = new CategoryPrior(5, 1e-6);
        for (int step = 0; step < 10; step++) {
            backtest.step(at(step), observation(10, 100, 10), elastic, null, FLOWING, evidence(step));
        }

        BacktestReport report = backtest.report(elastic, 50);

        // 10 to 9, 8.10, 7.29 and 6.57 by a tenth each, then 6 and no further
        assertThat(report.moves()).isEqualTo(5);
        assertThat(report.verdicts()).containsEntry(Verdict.KEEP, 5);
        assertThat(report.limits()).containsEntry(Limit.LARGEST_STEP, 4).containsEntry(Limit.FLOOR, 6);
        assertThat(report.realVolatility()).isZero();
        assertThat(report.volatility()).isGreaterThan(0.05);
    }

    @Test
    void doesNotMoveWhileTheSourceWasSilent() {
        BacktestKernel backtest = backtest(strategy(Mode.AUTOMATIC, Exploration.THOMPSON));
        for (int step = 0; step < 10; step++) {
            step(backtest, step, 10, 100, 10, new SourceState(500, 0, 0));
        }

        assertThat(backtest.report(CATEGORY, 50).verdicts()).containsOnlyKeys(Verdict.FROZEN_SILENT);
    }

    @Test
    void givesTheSameReceiptsAndReportAgain() {
        assertThat(run(3).report(CATEGORY, 200)).isEqualTo(run(3).report(CATEGORY, 200));
    }

    @Test
    void everyReceiptOfItIsDecidedAgain() {
        SplittableRandom random = new SplittableRandom(6);
        BacktestKernel backtest = backtest(strategy(Mode.SHADOW, Exploration.THOMPSON));
        List<PricingReceipt> receipts = new ArrayList<>();
        for (int step = 0; step < 100; step++) {
            receipts.add(step(backtest, step, 9 + 2 * random.nextDouble(), 100, random.nextInt(20), FLOWING));
        }

        assertThat(receipts)
                .allSatisfy(receipt -> assertThat(PricingReceipt.parse(receipt.bytes())
                                .recomputed()
                                .bytes())
                        .isEqualTo(receipt.bytes()));
    }

    /**
     * Nine of ten intervals should have the truth in them; fewer than 14 of 20 would be a chance of one in a hundred.
     */
    @Test
    void hasTheTruthBetweenLowAndHighAboutAsOftenAsItSays() {
        int within = 0;
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BacktestKernel backtest = backtest(strategy(Mode.AUTOMATIC, Exploration.THOMPSON));
            double truth = 0;
            for (int step = 0; step < 400; step++) {
                double asked = 8 + 4 * random.nextDouble();
                int sold = binomial(random, 100, 0.1 * Math.pow(asked / 10, -ELASTICITY));
                PricingReceipt receipt = step(backtest, step, asked, 100, sold, FLOWING);
                double proposed = (double) receipt.decision().price() / PricePoints.UNIT;
                truth += (proposed - COST) * sold * Math.pow(proposed / asked, -ELASTICITY);
            }
            BacktestReport report = backtest.report(CATEGORY, 400);
            within += report.low() <= truth && truth <= report.high() ? 1 : 0;
            assertThat(report.low()).isLessThan(report.expected());
            assertThat(report.high()).isGreaterThan(report.expected());
        }

        assertThat(within).isGreaterThanOrEqualTo(14);
    }

    private static BacktestKernel run(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BacktestKernel backtest = backtest(strategy(Mode.AUTOMATIC, Exploration.THOMPSON));
        for (int step = 0; step < 60; step++) {
            step(backtest, step, 8 + 4 * random.nextDouble(), 100, random.nextInt(20), FLOWING);
        }
        return backtest;
    }

    private static BacktestKernel backtest(Strategy strategy) {
        return new BacktestKernel(
                "MUG-CREAM",
                new PriceNow(amount(10), 1, NOON.minus(HOUR)),
                GUARDRAILS,
                strategy,
                amount(COST),
                DemandTuning.STANDARD);
    }

    private static PricingReceipt step(
            BacktestKernel backtest, int step, double price, int exposed, int sold, SourceState source) {
        return backtest.step(at(step), observation(price, exposed, sold), CATEGORY, null, source, evidence(step));
    }

    private static DemandObservation observation(double price, int exposed, int sold) {
        return new DemandObservation(price, exposed, sold, 1, 0, true);
    }

    private static Instant at(int step) {
        return NOON.plus(HOUR.multipliedBy(step));
    }

    private static Evidence evidence(int step) {
        return new Evidence(at(step - 1), at(step), step, step + 1L, 100, 10);
    }

    private static int binomial(SplittableRandom random, int trials, double chance) {
        int count = 0;
        for (int trial = 0; trial < trials; trial++) {
            count += random.nextDouble() < chance ? 1 : 0;
        }
        return count;
    }
}
