package io.daybook.analytics.pricing.kernel;

/**
 * How the engine goes about a SKU.
 *
 * @param notable by which fraction more another price must promise for the price to move, 0 or more
 * @param experiment names the draw of the control group
 * @param controlShare the share of SKUs whose prices the engine leaves alone, 0 to 1
 */
public record Strategy(
        Mode mode,
        Objective objective,
        Exploration exploration,
        double notable,
        String experiment,
        double controlShare) {

    public Strategy {
        if (!(notable >= 0) || !(controlShare >= 0 && controlShare <= 1)) {
            throw new IllegalArgumentException("notable must not be negative, and controlShare be from 0 to 1");
        }
        if (experiment.isBlank()
                || !experiment.equals(experiment.strip())
                || experiment.lines().count() > 1) {
            throw new IllegalArgumentException("experiment must be a line of text");
        }
    }

    /** Whether the SKU is in the control group: always the same answer for the same experiment, on any machine. */
    public boolean controls(String sku) {
        return StableRandom.fraction(StableRandom.hash(experiment + "/" + sku)) < controlShare;
    }
}
