package io.daybook.query.platform.generation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is read in bulk.
 *
 * @param workers how many threads fold and write, beside the one that reads
 * @param entitiesInMemory how many entities and rows a worker keeps before it writes and forgets them
 */
@ConfigurationProperties("daybook.bulk")
public record BulkSettings(
        @DefaultValue("2") int workers,
        @DefaultValue("150000") int entitiesInMemory) {}
