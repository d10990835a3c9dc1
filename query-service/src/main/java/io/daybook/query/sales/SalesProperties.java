package io.daybook.query.sales;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The shop whose book it is. Days are assigned when an event is booked: another zone needs a replay of sales.
 *
 * @param zone the time zone of its days
 * @param currency the currency of figures that name none
 */
@ConfigurationProperties("daybook")
record SalesProperties(
        @DefaultValue("Europe/London") ZoneId zone,
        @DefaultValue("GBP") String currency) {}
