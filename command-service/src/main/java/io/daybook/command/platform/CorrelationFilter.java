package io.daybook.command.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a correlation id, the caller's own where it is a fit one; it is in every log line and reply. A
 * caller that reacts to an event may say to which one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CorrelationFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Correlation-Id";
    static final String CAUSATION_HEADER = "X-Causation-Id";
    private static final String KEY = "correlationId";
    private static final String CAUSATION_KEY = "causationId";
    private static final Pattern FIT = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = fitOrNew(request.getHeader(HEADER));
        response.setHeader(HEADER, id);
        String cause = request.getHeader(CAUSATION_HEADER);
        try (MDC.MDCCloseable _ = MDC.putCloseable(KEY, id);
                MDC.MDCCloseable _ = MDC.putCloseable(CAUSATION_KEY, isFit(cause) ? cause : id)) {
            chain.doFilter(request, response);
        }
    }

    /** The correlation id of the request on this thread. */
    static String current() {
        return fitOrNew(MDC.get(KEY));
    }

    /** What led to the request on this thread: the event that its caller names, else the request itself. */
    static String cause(String correlationId) {
        String cause = MDC.get(CAUSATION_KEY);
        return cause == null ? correlationId : cause;
    }

    private static String fitOrNew(@Nullable String id) {
        return id != null && isFit(id) ? id : IdentifierFactory.getInstance().generateIdentifier();
    }

    private static boolean isFit(@Nullable String id) {
        return id != null && FIT.matcher(id).matches();
    }
}
