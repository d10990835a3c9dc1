package io.daybook.command.deadline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deadlines are watched.
 *
 * @param pollEvery how often each instance looks for those that have passed
 * @param batch how many an instance takes at once
 * @param retryAfter after how long one is taken again that was taken and not dealt with
 */
@ConfigurationProperties("daybook.deadlines")
record DeadlineProperties(
        @DefaultValue("PT1S") Duration pollEvery,
        @DefaultValue("50") int batch,
        @DefaultValue("PT30S") Duration retryAfter) {}
