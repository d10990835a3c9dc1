package io.daybook.command.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the service keeps in memory.
 *
 * @param cachedAggregates the most aggregates kept in memory
 * @param snapshotEvery after how many events a long-lived aggregate gets a snapshot
 */
@ConfigurationProperties("daybook.command")
record PlatformProperties(
        @DefaultValue("30000") int cachedAggregates,
        @DefaultValue("500") int snapshotEvery) {}
