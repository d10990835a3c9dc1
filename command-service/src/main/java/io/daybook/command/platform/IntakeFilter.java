package io.daybook.command.platform;

import io.daybook.api.InvalidValue;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a write request in: its whole body, within the limit, and its {@code Idempotency-Key}, of which only one is
 * under way at a time. Stands behind the security filters, for a key belongs to its caller.
 */
@Component
@Order(0)
final class IntakeFilter extends OncePerRequestFilter {

    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE", "PATCH");

    private final RequestsInProgress inProgress;
    private final Problems problems;
    private final RequestDigest digest;
    private final int largestBody;

    IntakeFilter(
            RequestsInProgress inProgress, Problems problems, RequestDigest digest, PlatformProperties properties) {
        this.inProgress = inProgress;
        this.problems = problems;
        this.digest = digest;
        this.largestBody = Math.toIntExact(properties.largestBody().toBytes());
    }

    /** Bulk intake is a stream: its lines are limited and keyed one by one. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WRITES.contains(request.getMethod()) || request.getRequestURI().equals("/bulk");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            byte[] body = body(request);
            BodyRequest whole = new BodyRequest(request, body);
            String name = request.getHeader(IdempotencyKey.HEADER);
            if (name == null) {
                chain.doFilter(whole, response);
                return;
            }
            IdempotencyKey key =
                    IdempotencyKey.of(caller(request), name, request.getMethod(), target(request), body, digest);
            inProgress.enter(key);
            try {
                whole.setAttribute(WriteRequest.KEY, key);
                chain.doFilter(whole, response);
            } finally {
                inProgress.leave(key);
            }
        } catch (Refused refused) {
            problems.write(response, problems.of(refused));
        } catch (InvalidValue invalid) {
            problems.write(response, problems.of(invalid));
        }
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > largestBody) {
            throw tooLarge(largestBody);
        }
        byte[] body = request.getInputStream().readNBytes(largestBody + 1);
        if (body.length > largestBody) {
            throw tooLarge(largestBody);
        }
        return body;
    }

    static Refused tooLarge(int largestBody) {
        return new Refused(
                HttpStatus.CONTENT_TOO_LARGE,
                "REQUEST_TOO_LARGE",
                "The body of a request is at most %d bytes".formatted(largestBody));
    }

    private static String caller(HttpServletRequest request) {
        String user = request.getRemoteUser();
        return user == null ? "anonymous" : user;
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
