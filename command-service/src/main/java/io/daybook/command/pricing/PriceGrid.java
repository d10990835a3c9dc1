package io.daybook.command.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The prices that a SKU can have, evenly spaced: {@code first}, and that plus any number of {@code spacing}. */
record PriceGrid(BigDecimal first, BigDecimal spacing) {

    /** The prices that end in these digits, such as {@code .99}. */
    static PriceGrid endingIn(String ending) {
        int digitsBeforePoint = ending.indexOf('.');
        return new PriceGrid(new BigDecimal("0" + ending), BigDecimal.ONE.scaleByPowerOfTen(digitsBeforePoint));
    }

    /** The prices of so many digits after the point. */
    static PriceGrid ofScale(int scale) {
        return new PriceGrid(BigDecimal.ZERO.setScale(scale), BigDecimal.ONE.movePointLeft(scale));
    }

    /** The largest price on the grid that is not above this one; null where that is below the first. */
    @Nullable BigDecimal atOrBelow(BigDecimal price) {
        BigDecimal steps = price.subtract(first).divide(spacing, 0, RoundingMode.FLOOR);
        return steps.signum() < 0 ? null : at(steps);
    }

    /** The least price on the grid that is not below this one. */
    BigDecimal atOrAbove(BigDecimal price) {
        BigDecimal steps = price.subtract(first).divide(spacing, 0, RoundingMode.CEILING);
        return steps.signum() < 0 ? first : at(steps);
    }

    /** The price on the grid that is nearest to this one; the lower of two that are equally near. */
    BigDecimal nearest(BigDecimal price) {
        BigDecimal below = atOrBelow(price);
        BigDecimal above = atOrAbove(price);
        return below == null || above.subtract(price).compareTo(price.subtract(below)) < 0 ? above : below;
    }

    private BigDecimal at(BigDecimal steps) {
        return first.add(spacing.multiply(steps));
    }
}
