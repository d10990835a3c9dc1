package io.daybook.analytics.pricing.kernel;

import java.util.Map;

/**
 * What a back-test of a SKU came to. Earnings are the objective's: margin, or revenue.
 *
 * @param stretches of time
 * @param unjudged those in which the engine's price is so far from the real one that what was earned is taken instead
 * @param verdicts how often the engine decided what
 * @param limits how often which limit kept it from a price beyond
 * @param volatility the root mean square of its logarithmic price changes
 * @param realVolatility of those that really happened
 * @param earned what was really earned
 * @param expected what the model expects of the engine's prices, had everything else been as it was
 * @param low a twentieth of the demand that the history leaves possible earns less
 * @param high a twentieth earns more
 */
public record BacktestReport(
        int stretches,
        int unjudged,
        Map<Verdict, Integer> verdicts,
        Map<Limit, Integer> limits,
        double volatility,
        double realVolatility,
        double earned,
        double expected,
        double low,
        double high) {

    /** How often the engine moved the price. */
    public int moves() {
        return verdicts.getOrDefault(Verdict.MOVE, 0);
    }
}
