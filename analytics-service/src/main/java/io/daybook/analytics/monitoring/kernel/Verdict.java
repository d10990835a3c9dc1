package io.daybook.analytics.monitoring.kernel;

/**
 * What is said of one value, with the evidence.
 *
 * @param score from 0 to 1: 0.5 or more for the first row of something odd, less for all else
 * @param reason of the detector that found it oddest
 * @param rarity one in how many values of this series is as odd to that detector
 * @param expected what the seasonal band expected
 * @param low lower edge of the band that held 99 % of the past, around {@code expected}
 * @param high its upper edge
 */
public record Verdict(double score, Reason reason, double rarity, double expected, double low, double high) {

    /** Whether something odd begins here. */
    public boolean onset() {
        return score >= 0.5;
    }
}
