package io.daybook.analytics.platform;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** A refusal as RFC 9457 tells it, with a stable code. */
record Problem(HttpStatusCode status, String code, String title, String detail, List<FieldProblem> errors) {

    Problem(HttpStatusCode status, String code, String title, String detail) {
        this(status, code, title, detail, List.of());
    }

    /** 400, as fields are not fit. */
    static Problem invalid(String detail, List<FieldProblem> errors) {
        return new Problem(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED", "The request is not valid", detail, errors);
    }

    /** The reply, whatever the client said it accepts. */
    ResponseEntity<Object> reply(HttpHeaders headers) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setTitle(title);
        problem.setProperty("code", code);
        problem.setProperty("correlationId", MDC.get(CorrelationFilter.KEY));
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
