package io.daybook.query.platform.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which answers are kept in memory.
 *
 * @param size how much they may take together; 0 for none
 * @param keep for how long one is given again at most: only then what somebody changed in a table by hand is seen
 */
@ConfigurationProperties("daybook.response-cache")
record ResponseCacheSettings(
        @DefaultValue("32MB") DataSize size,
        @DefaultValue("1m") Duration keep) {}
