package io.daybook.query.platform;

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

/** Gives every request a correlation id, the caller's own where it is a fit one; it is in every log line and reply. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Correlation-Id";
    private static final String KEY = "correlationId";
    private static final Pattern FIT = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = fitOrNew(request.getHeader(HEADER));
        request.setAttribute(KEY, id);
        response.setHeader(HEADER, id);
        try (MDC.MDCCloseable _ = MDC.putCloseable(KEY, id)) {
            chain.doFilter(request, response);
        }
    }

    /** The correlation id of a request; a new one where the server refused it before it came this far. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(KEY) instanceof String id ? id : fitOrNew(null);
    }

    private static String fitOrNew(@Nullable String id) {
        return id != null && FIT.matcher(id).matches()
                ? id
                : IdentifierFactory.getInstance().generateIdentifier();
    }
}
