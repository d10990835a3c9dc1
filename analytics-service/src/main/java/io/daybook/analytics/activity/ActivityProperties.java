package io.daybook.analytics.activity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How activities are taken in.
 *
 * @param topic where they go
 * @param partitions of the topic, where it has to be made; fixed with the first activity
 * @param retention how long the topic keeps an activity, by business time; negative is for ever
 * @param acknowledgedWithin what Kafka does not acknowledge in this time is refused
 * @param buffer how much may wait for Kafka; what does not fit is refused
 * @param largestBody of a JSON object or array; a stream of lines may have any length
 * @param largestActivity in the topic, or as a line of a stream
 * @param clockTolerance how far ahead of this machine's clock a business time may be
 */
@ConfigurationProperties("daybook.analytics.activity")
record ActivityProperties(
        @DefaultValue("daybook.activity") String topic,
        @DefaultValue("4") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("-1ms") Duration retention,
        @DefaultValue("10s") Duration acknowledgedWithin,
        @DefaultValue("16MB") DataSize buffer,
        @DefaultValue("1MB") DataSize largestBody,
        @DefaultValue("256KB") DataSize largestActivity,
        @DefaultValue("5m") Duration clockTolerance) {}
