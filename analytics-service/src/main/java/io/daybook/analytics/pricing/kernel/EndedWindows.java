package io.daybook.analytics.pricing.kernel;

/** Who is told of each window of sales that ended, after the model has learned from it. */
@FunctionalInterface
public interface EndedWindows {

    void ended(String sku, DemandObservation observation, Evidence evidence);
}
