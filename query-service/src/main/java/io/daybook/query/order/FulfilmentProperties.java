package io.daybook.query.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the steps of an order may take whose due time is in no event. Due times are derived when an event is read:
 * others need a replay of orders.
 *
 * @param reserveWithin from placing to the reservation of every line
 * @param shipWithin from confirming to shipping
 */
@ConfigurationProperties("daybook.fulfilment")
record FulfilmentProperties(
        @DefaultValue("PT1M") Duration reserveWithin,
        @DefaultValue("P2D") Duration shipWithin) {}
