package io.daybook.command.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the service keeps in memory, takes in at once, and remembers.
 *
 * @param cachedAggregates the most aggregates kept in memory
 * @param snapshotEvery after how many events a long-lived aggregate gets a snapshot
 * @param largestBody the most bytes of a request's body
 * @param receiptsKept how long a request may be sent again under its key and be told its first outcome
 */
@ConfigurationProperties("daybook.command")
record PlatformProperties(
        @DefaultValue("30000") int cachedAggregates,
        @DefaultValue("500") int snapshotEvery,
        @DefaultValue("1MB") DataSize largestBody,
        @DefaultValue("24h") Duration receiptsKept) {}
