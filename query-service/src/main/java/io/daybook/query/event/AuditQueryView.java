package io.daybook.query.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who has looked at events.
 *
 * @param actor the subject of the access token
 * @param request the path with its parameters
 * @param shownAs JSON, NDJSON, SSE, DOT or SVG
 * @param endedAt null where it is under way, or its instance has died
 * @param shown how many events were shown
 * @param complete whether all was shown that was asked for
 */
record AuditQueryView(
        String queryId,
        Instant askedAt,
        String actor,
        String request,
        String shownAs,
        String correlationId,
        @Nullable Instant endedAt,
        @Nullable Long shown,
        @Nullable Boolean complete) {}
