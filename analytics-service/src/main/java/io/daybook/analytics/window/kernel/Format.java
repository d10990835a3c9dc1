package io.daybook.analytics.window.kernel;

import java.math.BigDecimal;

/** How a value is kept as bytes: equal values, equal bytes. */
public interface Format<T> {

    /** A decimal with its scale. */
    Format<BigDecimal> DECIMAL = new Format<>() {
        @Override
        public void write(BigDecimal value, StateOutput out) {
            out.putDecimal(value);
        }

        @Override
        public BigDecimal read(StateInput in) {
            return in.decimal();
        }
    };

    void write(T value, StateOutput out);

    T read(StateInput in);
}
