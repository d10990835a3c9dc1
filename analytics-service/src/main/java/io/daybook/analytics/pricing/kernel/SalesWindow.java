package io.daybook.analytics.pricing.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What has been sold of a SKU at one price since a time, and for how long it could be bought: hours in which the shop
 * was open and the SKU in stock. It ends with an event and holds what that event sold, so exposure and pieces are those
 * of a Poisson process up to a stopping time, whose likelihood is the same whatever ends it.
 */
final class SalesWindow {

    private static final double DAY_MS = ChronoUnit.DAYS.getDuration().toMillis();
    private static final double HOUR_MS = ChronoUnit.HOURS.getDuration().toMillis();

    private Instant from;
    private double mark;
    private double exposed;
    private long sold;
    private long firstPosition;
    private long lastPosition;

    /** Begins at a time, when the shop had been open for so many hours. */
    SalesWindow(Instant from, double openHours, long position) {
        this(from, openHours, 0, 0, position, position);
    }

    SalesWindow(Instant from, double mark, double exposed, long sold, long firstPosition, long lastPosition) {
        this.from = from;
        this.mark = mark;
        this.exposed = exposed;
        this.sold = sold;
        this.firstPosition = firstPosition;
        this.lastPosition = lastPosition;
    }

    Instant from() {
        return from;
    }

    double mark() {
        return mark;
    }

    double exposed() {
        return exposed;
    }

    long sold() {
        return sold;
    }

    long firstPosition() {
        return firstPosition;
    }

    long lastPosition() {
        return lastPosition;
    }

    /** Time has passed, in which the SKU was in stock or not. */
    void pass(double openHours, boolean inStock) {
        if (inStock) {
            exposed += openHours - mark;
        }
        mark = openHours;
    }

    void sell(long pieces, long position) {
        sold = Math.max(0, sold + pieces);
        lastPosition = position;
    }

    /** Ends the window, and begins the next one at its end. */
    Ended end(PriceNow price, boolean chosen, Instant now, long position) {
        double phase = Math.floorMod((from.toEpochMilli() + now.toEpochMilli()) / 2, (long) DAY_MS) / DAY_MS;
        DemandObservation observation = new DemandObservation(
                (double) price.amount() / PricePoints.UNIT,
                exposed,
                exposed == 0 ? 0 : sold,
                from.until(now, ChronoUnit.MILLIS) / HOUR_MS,
                phase,
                chosen);
        Evidence evidence =
                new Evidence(from, now, firstPosition, Math.max(firstPosition, lastPosition), exposed, sold);
        from = now;
        exposed = 0;
        sold = 0;
        firstPosition = position;
        lastPosition = position;
        return new Ended(observation, evidence);
    }

    /** What a window came to. */
    record Ended(DemandObservation observation, Evidence evidence) {}
}
