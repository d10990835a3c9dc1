package io.daybook.analytics.pricing.kernel;

import java.util.Arrays;

/**
 * Prices to choose from, ascending, in ten-thousandths of the currency's unit, which is the finest that money comes in.
 */
public final class PricePoints {

    /** How many make a unit. */
    public static final long UNIT = 10_000;

    private static final int MOST = 64;

    private final long[] points;

    private PricePoints(long[] points) {
        this.points = points;
    }

    /** These prices, ascending. */
    public static PricePoints of(long... points) {
        return new PricePoints(points.clone());
    }

    /**
     * The prices that may follow one within guardrails: all of them, or {@value #MOST} evenly spread with the outermost
     * among them. Empty where the guardrails leave none.
     */
    static PricePoints within(Guardrails guardrails, long inForce) {
        long offset = guardrails.offset();
        long spacing = guardrails.spacing(inForce);
        long first = Math.max(0, Math.ceilDiv(guardrails.lowest(inForce) - offset, spacing));
        long last = Math.floorDiv(guardrails.highest(inForce) - offset, spacing);
        long count = Math.max(0, last - first + 1);
        long[] points = new long[(int) Math.min(count, MOST)];
        for (int index = 0; index < points.length; index++) {
            long step = count <= MOST ? index : index * (count - 1) / (MOST - 1);
            points[index] = offset + (first + step) * spacing;
        }
        return new PricePoints(points);
    }

    public int size() {
        return points.length;
    }

    public long at(int index) {
        return points[index];
    }

    /** Where a price is among them; negative where it is not. */
    public int indexOf(long price) {
        return Arrays.binarySearch(points, price);
    }

    /** Those from one price to another, both included. */
    public PricePoints between(long lowest, long highest) {
        int from = 0;
        while (from < points.length && points[from] < lowest) {
            from++;
        }
        int until = from;
        while (until < points.length && points[until] <= highest) {
            until++;
        }
        return new PricePoints(Arrays.copyOfRange(points, from, until));
    }
}
