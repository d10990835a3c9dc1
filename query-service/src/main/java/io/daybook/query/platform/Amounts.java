package io.daybook.query.platform;

import java.math.BigDecimal;

/** How amounts are shown: exact, with two digits after the point at least and no zeros after those. */
public final class Amounts {

    private static final int LEAST_SCALE = 2;

    private Amounts() {}

    public static BigDecimal shown(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < LEAST_SCALE ? stripped.setScale(LEAST_SCALE) : stripped;
    }
}
