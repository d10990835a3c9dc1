package io.daybook.analytics.demand;

import io.daybook.api.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A sum of sales, exact.
 *
 * @param units pieces sold less pieces that came back
 * @param revenue in one currency, of either sign, at a scale of 4; more digits are refused, never rounded
 */
record Sales(long units, BigDecimal revenue) {

    static final Sales NONE = new Sales(0, BigDecimal.ZERO);

    private static final int SHOWN_SCALE = 2;

    Sales {
        revenue = revenue.setScale(Money.MAX_SCALE, RoundingMode.UNNECESSARY);
    }

    Sales plus(Sales other) {
        if (other.isNothing()) {
            return this;
        }
        if (isNothing()) {
            return other;
        }
        return new Sales(Math.addExact(units, other.units), revenue.add(other.revenue));
    }

    private boolean isNothing() {
        return units == 0 && revenue.signum() == 0;
    }

    Sales minus(Sales other) {
        return plus(other.negated());
    }

    Sales negated() {
        return new Sales(Math.negateExact(units), revenue.negate());
    }

    /** The revenue as a plain decimal with at least two digits after the point: {@code 9747747.934}, {@code 0.00}. */
    String shownRevenue() {
        BigDecimal stripped = revenue.stripTrailingZeros();
        return (stripped.scale() < SHOWN_SCALE ? stripped.setScale(SHOWN_SCALE, RoundingMode.UNNECESSARY) : stripped)
                .toPlainString();
    }
}
