package io.daybook.analytics.pricing.kernel;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The time of the shop, as its events tell it: the highest business time so far; the hours in which it was open, in
 * which the pauses between events longer than an hour count as an hour only; and how many sales an hour of the week
 * usually brings, so that missing data can be told from missing demand.
 */
final class ShopClock {

    /** Business time before any event. */
    static final Instant NEVER = Instant.EPOCH;

    static final int BYTES = Long.BYTES * 6 + Double.BYTES + Double.BYTES * 168;

    private static final int HOURS_OF_WEEK = 168;
    private static final double HOUR_MS = Duration.ofHours(1).toMillis();
    private static final double UNKNOWN = -1;
    private static final double LEARNS = 0.25;

    private Instant first = NEVER;
    private Instant now = NEVER;
    private Instant lostAt = NEVER;
    private long lost;
    private long salesOfHour;
    private long salesOfHourBefore;
    private double openHours;
    private final double[] usual = new double[HOURS_OF_WEEK];

    ShopClock() {
        Arrays.fill(usual, UNKNOWN);
    }

    void read(ByteBuffer buffer) {
        first = Instant.ofEpochMilli(buffer.getLong());
        now = Instant.ofEpochMilli(buffer.getLong());
        lostAt = Instant.ofEpochMilli(buffer.getLong());
        lost = buffer.getLong();
        salesOfHour = buffer.getLong();
        salesOfHourBefore = buffer.getLong();
        openHours = buffer.getDouble();
        for (int hour = 0; hour < HOURS_OF_WEEK; hour++) {
            usual[hour] = buffer.getDouble();
        }
    }

    byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES);
        buffer.putLong(first.toEpochMilli()).putLong(now.toEpochMilli()).putLong(lostAt.toEpochMilli());
        buffer.putLong(lost).putLong(salesOfHour).putLong(salesOfHourBefore).putDouble(openHours);
        for (double hour : usual) {
            buffer.putDouble(hour);
        }
        return buffer.array();
    }

    Instant now() {
        return now;
    }

    /** Hours in which the shop was open, since its first event. */
    double openHours() {
        return openHours;
    }

    /** Which part of all time it was open. */
    double openShare() {
        double hours = first.until(now, ChronoUnit.MILLIS) / HOUR_MS;
        return hours == 0 ? 1 : Math.min(1, openHours / hours);
    }

    /** It is this time, if it was not later already. */
    void advance(Instant time) {
        Instant at = time.truncatedTo(ChronoUnit.MILLIS);
        if (!at.isAfter(now)) {
            return;
        }
        if (now.equals(NEVER)) {
            first = at;
        } else {
            openHours += Math.min(HOUR_MS, (double) now.until(at, ChronoUnit.MILLIS)) / HOUR_MS;
            endHours(hour(now), hour(at));
        }
        now = at;
    }

    void sold() {
        salesOfHour++;
    }

    /** Positions of the log are gone for good. */
    void lost(long positions) {
        lost = isLossRecent() ? lost + positions : positions;
        lostAt = now;
    }

    /** Of this hour so far and the one before. */
    SourceState source() {
        long hour = hour(now);
        double part = (now.toEpochMilli() - hour * HOUR_MS) / HOUR_MS;
        double before = usual[slot(hour - 1)];
        double current = usual[slot(hour)];
        double expected = before == UNKNOWN || current == UNKNOWN ? 0 : before + part * current;
        return new SourceState(expected, salesOfHourBefore + salesOfHour, isLossRecent() ? lost : 0);
    }

    private boolean isLossRecent() {
        return lost > 0 && now.isBefore(lostAt.plus(1, ChronoUnit.HOURS));
    }

    private void endHours(long from, long until) {
        if (until - from > 2L * HOURS_OF_WEEK) {
            // a shop that was away for weeks begins anew
            Arrays.fill(usual, UNKNOWN);
            salesOfHour = 0;
            salesOfHourBefore = 0;
            return;
        }
        for (long hour = from; hour < until; hour++) {
            double known = usual[slot(hour)];
            usual[slot(hour)] = known == UNKNOWN ? salesOfHour : known + LEARNS * (salesOfHour - known);
            salesOfHourBefore = salesOfHour;
            salesOfHour = 0;
        }
    }

    private static long hour(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), (long) HOUR_MS);
    }

    private static int slot(long hour) {
        return (int) Math.floorMod(hour, (long) HOURS_OF_WEEK);
    }
}
