package io.daybook.command.platform;

import io.daybook.api.InvalidValue;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.json.JsonMapper;

/**
 * Handles a request that came within another one as if it had come by itself: through the same filters, which identify
 * it, let it in and take it in, to the same controllers. May be used from any thread, as long as the outer request
 * lasts.
 */
@Component
public final class InnerDispatch {

    private static final Logger logger = LoggerFactory.getLogger(InnerDispatch.class);

    private final List<Filter> filters;
    private final DispatcherServlet servlet;
    private final Problems problems;
    private final JsonMapper json;
    private final int largestBody;

    InnerDispatch(
            CorrelationFilter correlation,
            @Qualifier("springSecurityFilterChain") Filter security,
            IntakeFilter intake,
            DispatcherServlet servlet,
            Problems problems,
            JsonMapper json,
            PlatformProperties properties) {
        this.filters = List.of(correlation, security, intake);
        this.servlet = servlet;
        this.problems = problems;
        this.json = json;
        this.largestBody = Math.toIntExact(properties.largestBody().toBytes());
    }

    /** The most bytes of a request's body, and so of one that is to have it within. */
    public int largestBody() {
        return largestBody;
    }

    /** The outer request as its inner ones need it; to be called on the outer request's own thread. */
    public Outer within(HttpServletRequest outer) {
        return new Outer(outer, CorrelationFilter.current(), outer.getHeader(HttpHeaders.AUTHORIZATION));
    }

    /** Answers an inner request; never throws. */
    public Answer send(Outer outer, HttpMethod method, String path, HttpHeaders headers, byte[] body) {
        InnerResponse response = new InnerResponse();
        try {
            new Chain(0).doFilter(new InnerRequest(outer, method, path, headers, body), response);
        } catch (IOException | ServletException | RuntimeException failure) {
            logger.error("An inner request failed unexpectedly", failure);
            return answer(problems.unexpected());
        }
        HttpStatusCode status = HttpStatusCode.valueOf(response.getStatus());
        return status.isError() && response.body().length == 0
                ? answer(problems.of(status, Problems.code(status), "The request was refused"))
                : new Answer(status.value(), response.headers(), response.body());
    }

    /** Answers what has a value that is not fit. */
    public Answer refuse(InvalidValue invalid) {
        return answer(problems.of(invalid));
    }

    /** Answers what cannot be read. */
    public Answer refuseMalformed(String detail) {
        return answer(problems.of(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", detail));
    }

    /** Answers what is larger than a request may be. */
    public Answer refuseTooLarge() {
        return answer(problems.of(IntakeFilter.tooLarge(largestBody)));
    }

    private Answer answer(ProblemDetail problem) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new Answer(problem.getStatus(), headers, json.writeValueAsBytes(problem));
    }

    /** What inner requests have from the outer one: its caller, and their correlation ids begin with its own. */
    public record Outer(
            HttpServletRequest request,
            String correlationId,
            @Nullable String authorization) {}

    /** The reply to an inner request. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(int status, HttpHeaders headers, byte[] body) {

        /** Whether a request with the same key is still under way, so that this one is to be sent again. */
        public boolean isInProgress() {
            return status == HttpStatus.CONFLICT.value() && headers.containsHeader(HttpHeaders.RETRY_AFTER);
        }
    }

    private final class Chain implements FilterChain {

        private final int next;

        Chain(int next) {
            this.next = next;
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response) throws IOException, ServletException {
            if (next < filters.size()) {
                filters.get(next).doFilter(request, response, new Chain(next + 1));
                return;
            }
            servlet.service(request, response);
        }
    }
}
