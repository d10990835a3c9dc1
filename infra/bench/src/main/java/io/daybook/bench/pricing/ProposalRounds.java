package io.daybook.bench.pricing;

import io.daybook.analytics.pricing.kernel.CategoryKernel;
import io.daybook.analytics.pricing.kernel.DemandEstimate;
import io.daybook.analytics.pricing.kernel.DemandKernel;
import io.daybook.analytics.pricing.kernel.DemandObservation;
import io.daybook.analytics.pricing.kernel.DemandTuning;
import io.daybook.analytics.pricing.kernel.Evidence;
import io.daybook.analytics.pricing.kernel.Exploration;
import io.daybook.analytics.pricing.kernel.Guardrails;
import io.daybook.analytics.pricing.kernel.Mode;
import io.daybook.analytics.pricing.kernel.Objective;
import io.daybook.analytics.pricing.kernel.PriceNow;
import io.daybook.analytics.pricing.kernel.PricePoints;
import io.daybook.analytics.pricing.kernel.PricingInputs;
import io.daybook.analytics.pricing.kernel.PricingReceipt;
import io.daybook.analytics.pricing.kernel.SourceState;
import io.daybook.analytics.pricing.kernel.Strategy;
import io.daybook.analytics.pricing.kernel.Verdict;
import io.daybook.bench.Report;
import io.daybook.bench.Spread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How many proposals one thread makes in a second, from the window's figures to the bytes of the receipt: each SKU
 * learns what it sold, and a price among 64 is chosen for it by Thompson sampling.
 */
final class ProposalRounds {

    private static final int SKUS = 2_000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Strategy STRATEGY =
            new Strategy(Mode.AUTOMATIC, Objective.MARGIN, Exploration.THOMPSON, 0.01, "bench", 0);
    private static final Guardrails GUARDRAILS = new Guardrails(amount(2), amount(20), 1_000L, HOUR, null);

    private final Report report;
    private final int rounds;
    private final Duration round;
    private final List<DemandKernel> demands = new ArrayList<>(SKUS);
    private final SplittableRandom random = new SplittableRandom(1);
    private final CategoryKernel category;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long bytes;
    private long moves;
    private int next;

    ProposalRounds(Report report, int rounds, Duration round) {
        this.report = report;
        this.rounds = rounds;
        this.round = round;
        for (int sku = 0; sku < SKUS; sku++) {
            demands.add(new DemandKernel(8, DemandTuning.STANDARD));
        }
        category =
                new CategoryKernel(demands.stream().map(DemandKernel::estimate).toList(), DemandTuning.STANDARD);
    }

    void run() {
        report.heading("Proposals of one thread, learning and receipt included");
        perSecond(round.multipliedBy(3));
        List<Double> speeds = new ArrayList<>();
        List<Double> ofCore = new ArrayList<>();
        for (int turn = 0; turn < rounds; turn++) {
            Speed speed = perSecond(round);
            speeds.add(speed.perSecond());
            ofCore.add(speed.perCpuSecond());
        }
        report.spread("proposals_per_s", Spread.of(speeds), "proposals/s, goal 50000");
        report.spread("proposals_per_cpu_s", Spread.of(ofCore), "per second that the thread was really given a core");
        report.note("receipt_bytes", bytes);
    }

    private record Speed(double perSecond, double perCpuSecond) {}

    private Speed perSecond(Duration duration) {
        long start = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        long count = 0;
        while (System.nanoTime() - start < duration.toNanos()) {
            for (int burst = 0; burst < 100; burst++) {
                propose();
            }
            count += 100;
        }
        if (moves == 0) {
            throw new IllegalStateException("no price ever moved");
        }
        return new Speed(
                count * 1e9 / (System.nanoTime() - start), count * 1e9 / (threads.getCurrentThreadCpuTime() - cpu));
    }

    private void propose() {
        next = (next + 1) % SKUS;
        long price = amount(6) + 100L * random.nextInt(400);
        DemandKernel demand = demands.get(next);
        demand.observe(new DemandObservation(
                (double) price / PricePoints.UNIT, 50, random.nextInt(12), 1, random.nextInt(24) / 24.0, true));
        DemandEstimate estimate = demand.estimate();
        PricingReceipt receipt = PricingReceipt.of(new PricingInputs(
                "SKU-" + next,
                moves,
                NOW,
                new PriceNow(price, 7, NOW.minus(HOUR)),
                GUARDRAILS,
                STRATEGY,
                amount(4),
                estimate,
                category.priorFor(estimate),
                null,
                new SourceState(100, 100, 0),
                new Evidence(NOW.minus(HOUR), NOW, 1, 2, 50, 5)));
        moves += receipt.decision().verdict() == Verdict.MOVE ? 1 : 0;
        bytes = receipt.bytes().length;
    }

    private static long amount(long units) {
        return units * PricePoints.UNIT;
    }
}
