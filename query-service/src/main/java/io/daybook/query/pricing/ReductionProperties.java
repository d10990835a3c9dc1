package io.daybook.query.pricing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How prior prices are found. They are derived when they are asked for, so another window needs no replay.
 *
 * @param referenceWindow how far back the prior price of a reduction is looked for; the law wants 30 days at least, 90
 *     are the most
 */
@ConfigurationProperties("daybook.pricing")
record ReductionProperties(@DefaultValue("P30D") Duration referenceWindow) {

    ReductionProperties {
        if (!referenceWindow.isPositive() || referenceWindow.compareTo(KeptPrices.LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException(
                    "daybook.pricing.reference-window must be more than nothing and at most 90 days, not "
                            + referenceWindow);
        }
    }
}
