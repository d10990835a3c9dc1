package io.daybook.analytics.window.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The exact sum at a scale of 4, as many digits as money has; more are refused, never rounded. */
public final class Sum implements Aggregation<BigDecimal, BigDecimal> {

    private static final int SCALE = 4;

    @Override
    public BigDecimal lift(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    @Override
    public BigDecimal combine(BigDecimal one, BigDecimal other) {
        return one.add(other);
    }

    @Override
    public BigDecimal lower(BigDecimal aggregate) {
        return aggregate;
    }

    @Override
    public Format<BigDecimal> format() {
        return Format.DECIMAL;
    }
}
