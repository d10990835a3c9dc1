package io.daybook.query.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How processors are judged.
 *
 * @param stalledAfter how long one with a lag may stand where it is, and handle nothing, before it is called stalled
 * @param followingPace events a second that a processor is expected to follow the log at, for estimates
 */
@ConfigurationProperties("daybook.operations")
record OperationsProperties(
        @DefaultValue("PT10S") Duration stalledAfter,
        @DefaultValue("8000") long followingPace) {}
