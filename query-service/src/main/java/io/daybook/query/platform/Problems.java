package io.daybook.query.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Problem details (RFC 9457) with a stable type and code, and the correlation id. */
final class Problems {

    private Problems() {}

    static ProblemDetail of(HttpStatusCode status, String code, String detail, HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        describe(problem, code, request);
        return problem;
    }

    static ProblemDetail invalid(String field, String explanation, HttpServletRequest request) {
        ProblemDetail problem =
                of(HttpStatus.BAD_REQUEST, "INVALID_VALUE", "A value of the request is not fit", request);
        problem.setProperty("errors", List.of(Map.of("field", field, "problem", explanation)));
        return problem;
    }

    static ProblemDetail unexpected(HttpServletRequest request) {
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_ERROR",
                "Something went wrong here; the correlation id helps us find out what",
                request);
    }

    /** The code of a problem that has none but its HTTP status. */
    static String code(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "HTTP_" + status.value() : known.name();
    }

    static void describe(ProblemDetail problem, String code, HttpServletRequest request) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', '-');
        problem.setType(URI.create("/problems/" + words));
        problem.setTitle(
                Character.toUpperCase(words.charAt(0)) + words.substring(1).replace('-', ' '));
        problem.setProperty("code", code);
        problem.setProperty("correlationId", CorrelationFilter.of(request));
    }
}
