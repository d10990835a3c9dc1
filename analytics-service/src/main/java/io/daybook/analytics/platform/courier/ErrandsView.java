package io.daybook.analytics.platform.courier;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;

/**
 * How the errands of all instances do.
 *
 * @param refused how many the command service has refused ever
 * @param lastRefused the youngest first
 */
record ErrandsView(List<RoadView> roads, long refused, List<RefusedView> lastRefused) {

    /**
     * A road.
     *
     * @param waiting records of its topic that are written and not answered
     */
    record RoadView(String name, String topic, long waiting) {}

    /** An errand that was refused, and why. */
    record RefusedView(
            String road,
            String subject,
            String method,
            String path,
            String body,
            String key,
            String causationId,
            String correlationId,
            int status,
            String problem,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant refusedAt) {}
}
