package io.daybook.analytics.window.kernel;

import java.math.BigDecimal;

/** The largest or the smallest value; it has no inverse, so it shows that no kernel subtracts. */
public enum Extreme implements Aggregation<BigDecimal, BigDecimal> {
    MAXIMUM,
    MINIMUM;

    @Override
    public BigDecimal lift(BigDecimal value) {
        return value;
    }

    @Override
    public BigDecimal combine(BigDecimal one, BigDecimal other) {
        return switch (this) {
            case MAXIMUM -> one.max(other);
            case MINIMUM -> one.min(other);
        };
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
