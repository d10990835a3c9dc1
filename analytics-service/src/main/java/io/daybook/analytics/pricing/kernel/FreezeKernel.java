package io.daybook.analytics.pricing.kernel;

/**
 * Tells missing data from missing demand: prices are not moved for the former. Trade halves by itself at times; that it
 * falls to a third <em>and</em> that chance would hardly ever bring so little, by Chernoff's bound for the lower tail
 * of Poisson, {@code P(X ≤ k) ≤ exp(k − m − k · log(k / m))}, is taken for a loss.
 */
final class FreezeKernel {

    private static final double HARDLY_EVER = 1e-6;
    private static final double LITTLE = 1 / 3.0;

    private FreezeKernel() {}

    static Verdict verdict(SourceState source) {
        if (source.skipped() > 0) {
            return Verdict.FROZEN_LOST;
        }
        if (source.seen() >= LITTLE * source.expected() || chance(source) > HARDLY_EVER) {
            return Verdict.MOVE;
        }
        return source.seen() == 0 ? Verdict.FROZEN_SILENT : Verdict.FROZEN_LOST;
    }

    private static double chance(SourceState source) {
        double seen = source.seen();
        double exponent = seen - source.expected() - (seen == 0 ? 0 : seen * StrictMath.log(seen / source.expected()));
        return StrictMath.exp(exponent);
    }
}
