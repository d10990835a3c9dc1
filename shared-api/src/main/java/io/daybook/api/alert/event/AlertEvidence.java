package io.daybook.api.alert.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an alert was raised. Figures have six digits after the point at most; those that a kind of watch does not know
 * are null.
 *
 * @param detector what found it, with its version: {@code band 1}
 * @param reason in words
 * @param measure what was measured; null for a pattern of events
 * @param group whose measure, or the order or product whose events they were; empty where it is that of the whole shop
 * @param from start of the window that was judged, business time
 * @param until its end
 * @param observed what was measured
 * @param expected what would have been usual
 * @param low lower edge of what is usual
 * @param high its upper edge
 * @param score how odd it is, 0 to 1
 * @param firstPosition of the events of the window; 0 where there was none
 * @param lastPosition the event whose coming completed the evidence
 */
public record AlertEvidence(
        String detector,
        String reason,
        @Nullable String measure,
        String group,
        Instant from,
        Instant until,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal observed,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal expected,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal low,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal high,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal score,

        long firstPosition,
        long lastPosition) {}
