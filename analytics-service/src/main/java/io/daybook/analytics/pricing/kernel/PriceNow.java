package io.daybook.analytics.pricing.kernel;

import java.time.Instant;

/**
 * The price in force.
 *
 * @param amount in ten-thousandths, positive
 * @param version the sequence number of the event that set it
 * @param since when it came into force
 */
public record PriceNow(long amount, long version, Instant since) {

    public PriceNow {
        if (amount <= 0 || amount > Guardrails.MOST) {
            throw new IllegalArgumentException("a price must be above 0 and at most " + Guardrails.MOST);
        }
    }
}
