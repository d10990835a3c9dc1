package io.daybook.analytics.monitoring.watch.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Figures as they are shown and stored: exact decimals of at most six digits after the point. */
public final class Figures {

    private static final int DIGITS = 6;

    private Figures() {}

    /** Null for what is no number. */
    public static @Nullable BigDecimal of(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        BigDecimal rounded =
                new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
