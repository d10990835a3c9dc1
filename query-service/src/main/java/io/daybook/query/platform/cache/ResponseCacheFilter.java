package io.daybook.query.platform.cache;

import io.daybook.api.InvalidValue;
import io.daybook.query.platform.cache.ResponseCache.Question;
import io.daybook.query.platform.freshness.Freshness;
import io.daybook.query.platform.freshness.FreshnessHeaders;
import io.daybook.query.platform.freshness.MinPosition;
import io.daybook.query.platform.freshness.Standing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives an answer again that is still true, before anything else is done for the request; and keeps those that may be
 * given again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ResponseCacheFilter extends OncePerRequestFilter {

    /** With these, or parameters in their place, the answer is another one. */
    private static final Set<String> SPECIAL = Set.of(
            "As-Of", HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_MATCH, HttpHeaders.IF_MODIFIED_SINCE, HttpHeaders.RANGE);

    private final ResponseCache cache;
    private final Freshness freshness;

    ResponseCacheFilter(ResponseCache cache, Freshness freshness) {
        this.cache = cache;
        this.freshness = freshness;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Question> question = question(request);
        if (question.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<CachedResponse> kept = cache.find(question.get());
        if (kept.isPresent() && isGiven(kept.get(), request, response)) {
            return;
        }
        ResponseCapture capture = ResponseCapture.with(request, response);
        chain.doFilter(request, capture);
        if (!request.isAsyncStarted()) {
            capture.taken().ifPresent(answer -> cache.keep(question.get(), answer));
        }
    }

    private boolean isGiven(CachedResponse answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Standing now = freshness.now(answer.basis().processors());
        if (!isPassed(request, now) || !cache.isTrue(answer, now)) {
            return false;
        }
        FreshnessHeaders.tell(response, now, freshness.staleness(now));
        answer.writeTo(response);
        return true;
    }

    /** What is no position is refused by who makes the answer. */
    private static boolean isPassed(HttpServletRequest request, Standing now) {
        try {
            return MinPosition.of(request).position() <= now.position();
        } catch (InvalidValue _) {
            return false;
        }
    }

    private static Optional<Question> question(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !request.getMethod().equals("GET") || isSpecial(request)) {
            return Optional.empty();
        }
        String query = request.getQueryString();
        return Optional.of(new Question(
                authorization,
                query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query,
                Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "")));
    }

    private static boolean isSpecial(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean bySpecialHeader = SPECIAL.stream().anyMatch(header -> request.getHeader(header) != null);
        return bySpecialHeader || (query != null && (query.contains("minPosition") || query.contains("at=")));
    }
}
