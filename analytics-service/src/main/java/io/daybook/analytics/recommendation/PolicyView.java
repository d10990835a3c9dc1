package io.daybook.analytics.recommendation;

import io.daybook.analytics.recommendation.kernel.OffPolicyKernel;
import io.daybook.analytics.recommendation.kernel.OffPolicyKernel.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What a policy has come to.
 *
 * @param weight its share of the visitors, beside the other weights; 0 for one that is not configured any more
 * @param exposures recommendations shown
 * @param items products shown by those
 * @param clicks products followed
 * @param clickThroughRate clicks per item; null while nothing was shown
 * @param ips what the same policy would get without exploration, by inverse propensities
 * @param snips the same, self-normalised
 * @param effectiveExposures how many exposures without exploration would say as much
 */
record PolicyView(
        String name,
        int weight,
        long exposures,
        long items,
        long clicks,
        @Nullable Rate clickThroughRate,
        @Nullable Rate ips,
        @Nullable Rate snips,
        @Nullable Double effectiveExposures) {

    /** An estimate with its standard error. */
    record Rate(double value, @Nullable Double standardError) {

        static @Nullable Rate of(double value, double standardError) {
            return Double.isFinite(value)
                    ? new Rate(value, Double.isFinite(standardError) ? standardError : null)
                    : null;
        }

        static @Nullable Rate of(Estimate estimate) {
            return of(estimate.value(), estimate.standardError());
        }
    }

    static PolicyView of(String name, int weight, long exposures, long items, long clicks, OffPolicyKernel ranked) {
        double rate = (double) clicks / items;
        double effective = ranked.effectiveExposures();
        return new PolicyView(
                name,
                weight,
                exposures,
                items,
                clicks,
                Rate.of(rate, Math.sqrt(rate * (1 - rate) / items)),
                Rate.of(ranked.ips()),
                Rate.of(ranked.snips()),
                Double.isFinite(effective) ? effective : null);
    }
}
