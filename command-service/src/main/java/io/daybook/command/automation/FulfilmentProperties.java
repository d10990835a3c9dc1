package io.daybook.command.automation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an order in advance has; each counts from the moment its lines are being reserved.
 *
 * @param paymentWindow until when it may be paid
 * @param reservationExpiry until when its pieces are held; longer than the payment window, so that a payment made in
 *     time and reported late still finds them
 */
@ConfigurationProperties("daybook.fulfilment")
record FulfilmentProperties(
        @DefaultValue("PT15M") Duration paymentWindow,
        @DefaultValue("PT30M") Duration reservationExpiry) {}
