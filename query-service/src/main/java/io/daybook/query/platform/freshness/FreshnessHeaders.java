package io.daybook.query.platform.freshness;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** What a reply tells of its freshness. */
public final class FreshnessHeaders {

    private static final String STANDING = Standing.class.getName();

    private FreshnessHeaders() {}

    /** Tells which position is shown, and for how many milliseconds there has been more. */
    public static void tell(HttpServletResponse response, Standing standing, long stalenessMillis) {
        response.setHeader("Event-Position", Long.toString(standing.position()));
        response.setHeader("Staleness-Ms", Long.toString(stalenessMillis));
    }

    static void settle(HttpServletRequest request, Standing standing) {
        request.setAttribute(STANDING, standing);
    }

    /** What the reply to a request will be made from; empty where that is not yet settled, or no read model. */
    public static Optional<Standing> told(HttpServletRequest request) {
        return Optional.ofNullable((Standing) request.getAttribute(STANDING));
    }
}
