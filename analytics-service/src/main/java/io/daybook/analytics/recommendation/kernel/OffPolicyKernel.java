package io.daybook.analytics.recommendation.kernel;

/**
 * What another policy would have got, from the log of one that drew what it showed: inverse propensity scoring of items
 * in places. With c whether an item was clicked, p the logged propensity and π the probability of the other policy, the
 * clicks of an exposure are estimated by x = Σ c π/p over its items, and their expected number of items by y = Σ π/p.
 * IPS is the mean of x over exposures, per place: x̄ / places; SNIPS is Σx / Σy (Swaminathan and Joachims, NIPS 2015;
 * items in places after Li et al., <i>Offline Evaluation of Ranking Policies with Click Models</i>, KDD 2018). Standard
 * errors are those of a mean and, by the delta method, of a ratio of means. Assumes that a click on a place does not
 * depend on others.
 */
public final class OffPolicyKernel {

    private long exposures;
    private double places;
    private double x;
    private double xx;
    private double y;
    private double yy;
    private double xy;

    /** An estimate of clicks per shown item; NaN while nothing speaks for one. */
    public record Estimate(double value, double standardError) {

        private static final double NORMAL_95 = 1.96;

        /** Where nineteen in twenty such intervals have the true value, if there is enough to go by. */
        public double low() {
            return value - NORMAL_95 * standardError;
        }

        public double high() {
            return value + NORMAL_95 * standardError;
        }
    }

    /** An exposure of so many places, with its sums. */
    public void add(int shown, double clicked, double weight) {
        exposures++;
        places += shown;
        include(clicked, weight, 1);
    }

    /** An exposure counted before turns out to have more clicks. */
    public void revise(double clickedBefore, double clickedNow, double weight) {
        include(clickedBefore, weight, -1);
        include(clickedNow, weight, 1);
    }

    public Estimate ips() {
        double perExposure = places / exposures;
        double mean = x / exposures;
        double variance = exposures < 2 ? Double.NaN : (xx - exposures * mean * mean) / (exposures - 1);
        return new Estimate(mean / perExposure, Math.sqrt(Math.max(0, variance) / exposures) / perExposure);
    }

    public Estimate snips() {
        double ratio = x / y;
        double residual = xx - 2 * ratio * xy + ratio * ratio * yy;
        return new Estimate(ratio, Math.sqrt(Math.max(0, residual)) / y);
    }

    public long exposures() {
        return exposures;
    }

    /**
     * How many exposures by the other policy itself would say about as much: (Σy)² / Σy² (Kish 1965); NaN where there
     * is none.
     */
    public double effectiveExposures() {
        return y * y / yy;
    }

    /**
     * Σy per place: about 1 where the log may show all that the other policy shows, and less by as much as it never
     * does. IPS takes that for unclicked, SNIPS speaks for the rest alone.
     */
    public double coverage() {
        return y / places;
    }

    private void include(double clicked, double weight, int sign) {
        x += sign * clicked;
        xx += sign * clicked * clicked;
        y += sign * weight;
        yy += sign * weight * weight;
        xy += sign * clicked * weight;
    }
}
