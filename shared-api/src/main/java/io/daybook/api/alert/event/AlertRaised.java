package io.daybook.api.alert.event;

/**
 * A watch found something: what, and the evidence for it.
 *
 * @param watch the name of the watch
 * @param watchVersion which of its definitions, from 1
 * @param severity one of {@link io.daybook.api.watch.Severity}
 */
public record AlertRaised(String alertId, String watch, long watchVersion, String severity, AlertEvidence evidence)
        implements AlertEvent {}
