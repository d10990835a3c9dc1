package io.daybook.query.platform.freshness;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a request waits for the read models.
 *
 * @param patience the longest that it waits for the position it asks for; it may ask for less
 */
@ConfigurationProperties("daybook.freshness")
record FreshnessSettings(@DefaultValue("5s") Duration patience) {}
