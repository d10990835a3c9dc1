package io.daybook.analytics.pricing.kernel;

import java.time.Duration;

/**
 * When the engine looks at a SKU.
 *
 * @param window how long it sells at least before what was sold is learned from and decided by
 * @param quiet after how long that is done though nothing was sold; not below the window
 * @param tuning of the demand model
 */
public record DeskSettings(Duration window, Duration quiet, DemandTuning tuning) {

    public DeskSettings {
        if (window.isNegative() || quiet.compareTo(window) < 0 || !quiet.isPositive()) {
            throw new IllegalArgumentException("quiet must be positive, and window from 0 to quiet");
        }
    }
}
