package io.daybook.analytics.pricing.kernel;

/**
 * What was sold of a SKU at one price in one stretch of time.
 *
 * @param price positive
 * @param exposed the visitors who could have bought, that is, who found stock; or, where visitors are not known, the
 *     hours in stock. Zero in a stock-out, which tells nothing about demand
 * @param sold the pieces that they bought
 * @param hours since the observation before
 * @param phase where the stretch lies in the season's period, 0 to 1
 * @param chosen whether the engine chose the price; one that humans chose may have followed demand, and then says
 *     little about what the price does to it
 */
public record DemandObservation(double price, double exposed, double sold, double hours, double phase, boolean chosen) {

    public DemandObservation {
        if (!(price > 0) || !(exposed >= 0) || !(sold >= 0) || !(hours >= 0)) {
            throw new IllegalArgumentException("price must be positive, exposed, sold and hours not negative");
        }
    }
}
