package io.daybook.analytics.pricing.kernel;

import java.nio.ByteBuffer;

/**
 * How many times the variance of a SKU's counts is their mean, learned from how far they fall from what was expected:
 * Pearson's estimate for quasi-likelihood (McCullagh, Nelder 1989, section 4.5), the recent past counting most. One for
 * single purchases that come by chance; many where pieces are bought by the dozen, of which a model of pieces would
 * otherwise be far too sure.
 */
final class Dispersion {

    private static final double FIRST_SAY = 20;
    private static final double FORGETS = 1 / 300.0;
    private static final double MOST_SURPRISE = 25;
    private static final double USUAL_DEVIATIONS = 6;
    private static final double USUAL_PIECES = 2;
    private static final double VAGUE = 0.25;

    private double sum;
    private double weight;

    Dispersion(double first) {
        this.weight = FIRST_SAY;
        this.sum = FIRST_SAY * first;
    }

    Dispersion(ByteBuffer buffer) {
        this.sum = buffer.getDouble();
        this.weight = buffer.getDouble();
    }

    void write(ByteBuffer buffer) {
        buffer.putDouble(sum).putDouble(weight);
    }

    /** At least one. */
    double value() {
        return Math.max(1, sum / weight);
    }

    /**
     * Learns from a count, and gives as much of it as is to be believed: beyond six deviations it is an order that
     * tells of one customer, not of demand.
     *
     * @param mean what was expected
     * @param uncertainty the variance of the mean's logarithm; of what is only vaguely expected nothing can be learned
     *     here
     */
    double believed(double count, double mean, double uncertainty) {
        if (uncertainty > VAGUE) {
            return count;
        }
        double variance = value() * mean + mean * mean * uncertainty;
        double most = mean + USUAL_DEVIATIONS * StrictMath.sqrt(variance) + USUAL_PIECES;
        double surprise = ((count - mean) * (count - mean) - mean * mean * uncertainty) / mean;
        sum += Math.clamp(surprise, 0, MOST_SURPRISE * value()) - FORGETS * sum;
        weight += 1 - FORGETS * weight;
        return Math.min(count, most);
    }
}
