package io.daybook.bench.pricing;

import io.daybook.analytics.pricing.kernel.CategoryKernel;
import io.daybook.analytics.pricing.kernel.DemandTuning;
import io.daybook.analytics.pricing.kernel.Exploration;
import io.daybook.bench.Report;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each kind of seller makes of the same visitors of the same markets, as a share of what the clairvoyant makes of
 * them.
 */
final class MarketRounds {

    private static final int BLOCKS = 200;
    private static final int CATEGORY_LEARNS_EVERY = 4;
    private static final double LOW = 0.05;

    private final Report report;
    private final long seed;
    private final int categories;
    private final Map<Kind, List<Double>> realised = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Double>> expected = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> moves = new EnumMap<>(Kind.class);

    private enum Kind {
        CLAIRVOYANT,
        ENGINE,
        ENGINE_NOT_EXPLORING,
        UCB1,
        UCB1_TUNED,
        FIXED,
        SURGE
    }

    MarketRounds(Report report, long seed, int markets) {
        this.report = report;
        this.seed = seed;
        this.categories = Math.max(1, markets / Markets.OF_CATEGORY);
        for (Kind kind : Kind.values()) {
            realised.put(kind, new ArrayList<>());
            expected.put(kind, new ArrayList<>());
            moves.put(kind, 0L);
        }
    }

    void run() {
        report.heading("%,d simulated markets, %,d arrivals each, seed %d"
                .formatted(categories * Markets.OF_CATEGORY, BLOCKS * Market.BLOCK, seed));
        report.note("markets", categories * Markets.OF_CATEGORY);
        report.note("arrivals", BLOCKS * Market.BLOCK);
        report.note("seed", seed);
        for (int category = 0; category < categories; category++) {
            trade(Markets.ofCategory(seed, category, BLOCKS), category);
        }
        tell();
    }

    private void trade(List<Market> markets, int category) {
        List<Stall> clairvoyants = trade(Kind.CLAIRVOYANT, markets, category);
        for (Kind kind : Kind.values()) {
            List<Stall> stalls = kind == Kind.CLAIRVOYANT ? clairvoyants : trade(kind, markets, category);
            for (int number = 0; number < stalls.size(); number++) {
                Stall stall = stalls.get(number);
                Stall best = clairvoyants.get(number);
                list(realised, kind).add(stall.realised() / best.realised());
                list(expected, kind).add(stall.expected() / best.expected());
                moves.merge(kind, (long) stall.moves(), Long::sum);
            }
        }
    }

    private List<Stall> trade(Kind kind, List<Market> markets, int category) {
        List<Stall> stalls = new ArrayList<>();
        List<EngineSeller> engines = new ArrayList<>();
        CategoryKernel nothing = new CategoryKernel(List.of(), DemandTuning.STANDARD);
        for (Market market : markets) {
            String sku = "market " + category + "/" + stalls.size();
            Seller seller = switch (kind) {
                case CLAIRVOYANT -> new Clairvoyant(market);
                case ENGINE -> new EngineSeller(market, sku, Exploration.THOMPSON, DemandTuning.STANDARD, nothing);
                case ENGINE_NOT_EXPLORING ->
                    new EngineSeller(market, sku, Exploration.NONE, DemandTuning.STANDARD, nothing);
                case UCB1 -> new UpperConfidence(market, false);
                case UCB1_TUNED -> new UpperConfidence(market, true);
                case FIXED -> new FixedPrice(market.start());
                case SURGE -> new SurgeRule(market);
            };
            if (seller instanceof EngineSeller engine) {
                engines.add(engine);
            }
            stalls.add(new Stall(market, seller));
        }
        for (int block = 0; block < BLOCKS; block++) {
            if (block % CATEGORY_LEARNS_EVERY == 0 && !engines.isEmpty()) {
                CategoryKernel shown = new CategoryKernel(
                        engines.stream().map(EngineSeller::estimate).toList(), DemandTuning.STANDARD);
                engines.forEach(engine -> engine.learn(shown));
            }
            for (Stall stall : stalls) {
                stall.serve(block);
            }
        }
        return stalls;
    }

    /** The mean share of the clairvoyant's objective that the engine realised. */
    double clairvoyantShare() {
        return mean(realised, Kind.ENGINE);
    }

    /** The engine's regret as a share of UCB1's. */
    double regretOfUcb1() {
        return regret(Kind.ENGINE) / regret(Kind.UCB1);
    }

    private double regret(Kind kind) {
        return 1 - mean(expected, kind);
    }

    private void tell() {
        report.line("  share of the clairvoyant's objective      mean   5th percentile   moves a market");
        for (Kind kind : Kind.values()) {
            report.line(String.format(
                    Locale.ROOT,
                    "  %-36s %9.4f %16.4f %16.1f",
                    kind.name().toLowerCase(Locale.ROOT),
                    mean(realised, kind),
                    low(kind),
                    (double) moves.getOrDefault(kind, 0L) / list(realised, kind).size()));
        }
        figure("clairvoyant_share", clairvoyantShare(), "goal 0.95");
        figure("clairvoyant_share_p5", low(Kind.ENGINE), "");
        figure("clairvoyant_share_expected", mean(expected, Kind.ENGINE), "without the luck of the draw");
        figure("clairvoyant_share_not_exploring", mean(realised, Kind.ENGINE_NOT_EXPLORING), "");
        figure("regret_vs_ucb1", regretOfUcb1(), "goal at most 0.5");
        figure("regret_vs_ucb1_tuned", regret(Kind.ENGINE) / regret(Kind.UCB1_TUNED), "");
        figure("revenue_vs_fixed", mean(realised, Kind.ENGINE) / mean(realised, Kind.FIXED), "");
        figure("revenue_vs_surge", mean(realised, Kind.ENGINE) / mean(realised, Kind.SURGE), "");
    }

    private void figure(String key, double value, String remark) {
        report.note(key, value);
        report.line(String.format(Locale.ROOT, "  %-36s %9.4f   %s", key, value, remark)
                .stripTrailing());
    }

    private static double mean(Map<Kind, List<Double>> shares, Kind kind) {
        return list(shares, kind).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private double low(Kind kind) {
        List<Double> sorted = list(realised, kind).stream().sorted().toList();
        return sorted.get((int) (LOW * sorted.size()));
    }

    private static List<Double> list(Map<Kind, List<Double>> shares, Kind kind) {
        return shares.computeIfAbsent(kind, any -> new ArrayList<>());
    }
}
