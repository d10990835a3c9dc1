package io.daybook.analytics.pricing;

import io.daybook.analytics.pricing.kernel.DemandTuning;
import io.daybook.analytics.pricing.kernel.DeskSettings;
import io.daybook.analytics.pricing.kernel.PricingKernel;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code daybook.analytics.pricing}; application.yaml holds every default. A change makes another
 * application of the topology, which reads the log from the beginning.
 *
 * @param enabled whether prices are thought about at all
 * @param sequenceTopic the events of the shop in the order of the log, in one partition
 * @param proposalsTopic what is to be proposed to the command service
 * @param window how long a SKU sells at least before what was sold is learned from and decided by
 * @param quiet after how long that is done though nothing was sold
 * @param receipts how many of the last decisions are kept for each SKU
 * @param commitInterval how often state is stored; decisions do not wait for it
 */
@ConfigurationProperties("daybook.analytics.pricing")
record PricingProperties(
        boolean enabled,
        String sequenceTopic,
        String proposalsTopic,
        Duration window,
        Duration quiet,
        int receipts,
        Duration commitInterval) {

    DeskSettings desk() {
        return new DeskSettings(window, quiet, DemandTuning.STANDARD);
    }

    /** What the content of the store depends on. */
    String version() {
        return PricingKernel.VERSION + "-1-" + window + "-" + quiet + "-" + receipts;
    }
}
