package io.daybook.analytics.recommendation.kernel;

/** e^(−x/λ) for x = 0, 1, 2, …, the near ones from a table, for they are wanted thousands of times an answer. */
final class Decay {

    private static final int TABLE = 2048;

    private final double lambda;
    private final double[] near = new double[TABLE];

    Decay(double lambda) {
        this.lambda = lambda;
        for (int x = 0; x < TABLE; x++) {
            near[x] = Math.exp(-x / lambda);
        }
    }

    double at(long x) {
        return x < 0 ? 1 : x < TABLE ? near[(int) x] : Math.exp(-x / lambda);
    }
}
