package io.daybook.api.alert.query;

import io.daybook.api.alert.event.AlertEvidence;
import io.daybook.api.watch.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert: what a watch found, and who took care of it.
 *
 * @param acknowledgedBy null where nobody has
 * @param resolvedBy null where nobody has
 * @param note what was said last
 */
public record AlertView(
        String alertId,
        String watch,
        long watchVersion,
        Severity severity,
        AlertStatus status,
        AlertEvidence evidence,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String note) {}
