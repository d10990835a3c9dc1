package io.daybook.analytics.pricing.kernel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a SKU's pricing policy, within which the engine looks for a price; the price itself decides by the same
 * ones. Amounts and fractions in ten-thousandths.
 *
 * @param largestStep as a fraction of the price in force: 1000 is a tenth. Null for any
 * @param minimumInterval how long a price is in force before it may change
 * @param ending the last digits of a price, such as {@code .99} or {@code 9.95}; null for any
 */
public record Guardrails(
        long floor,
        long ceiling,
        @Nullable Long largestStep,
        Duration minimumInterval,
        @Nullable String ending) {

    /** The largest amount that fits the exact arithmetic: a hundred million. */
    public static final long MOST = 100_000_000 * PricePoints.UNIT;

    public Guardrails {
        if (floor < 0 || ceiling < floor || ceiling > MOST) {
            throw new IllegalArgumentException("floor and ceiling must be ascending, from 0 to " + MOST);
        }
        if (largestStep != null && (largestStep <= 0 || largestStep > 10 * PricePoints.UNIT)) {
            throw new IllegalArgumentException("largestStep must be above 0 and at most 10");
        }
    }

    /** The least price that may follow this one. */
    long lowest(long inForce) {
        if (largestStep == null || largestStep >= PricePoints.UNIT) {
            return floor;
        }
        return Math.max(floor, Math.ceilDiv(inForce * (PricePoints.UNIT - largestStep), PricePoints.UNIT));
    }

    /** The largest price that may follow this one. */
    long highest(long inForce) {
        if (largestStep == null) {
            return ceiling;
        }
        return Math.min(ceiling, Math.floorDiv(inForce * (PricePoints.UNIT + largestStep), PricePoints.UNIT));
    }

    boolean contain(long price) {
        return price >= floor && price <= ceiling;
    }

    /** What a price with the ending is above a multiple of {@link #spacing}. */
    long offset() {
        if (ending == null) {
            return 0;
        }
        String digits = ending.replace(".", "");
        long value = Long.parseLong(digits);
        for (int missing = ending.length() - 1 - ending.indexOf('.'); missing < 4; missing++) {
            value *= 10;
        }
        return value;
    }

    /** How far apart prices with the ending are; without one, as fine as the SKU is priced in, two digits at least. */
    long spacing(long inForce) {
        if (ending != null) {
            return powerOfTen(4 + ending.indexOf('.'));
        }
        long spacing = PricePoints.UNIT / 100;
        while (spacing > 1 && (inForce % spacing != 0 || floor % spacing != 0 || ceiling % spacing != 0)) {
            spacing /= 10;
        }
        return spacing;
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int digit = 0; digit < exponent; digit++) {
            power *= 10;
        }
        return power;
    }
}
