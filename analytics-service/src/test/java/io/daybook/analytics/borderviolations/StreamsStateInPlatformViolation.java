package io.daybook.analytics.borderviolations;

/** Platform code that knows a context. */
public final class StreamsStateInPlatformViolation {

    ContextViolation context = new ContextViolation();
}
