package io.daybook.command.platform;

import io.daybook.api.InvalidValue;
import io.daybook.api.RejectionCode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Answers every refusal and fault as problem details (RFC 9457), with a stable type and code. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger logger = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail rejected(Rejected rejected) {
        HttpStatus status =
                rejected.code().kind() == RejectionCode.Kind.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        ProblemDetail problem = problem(status, rejected.code().name(), String.valueOf(rejected.getMessage()));
        rejected.properties().forEach(problem::setProperty);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidValue invalid) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "INVALID_VALUE", "A value of the request is not fit");
        problem.setProperty(
                "errors", List.of(Map.of("field", invalid.field(), "problem", String.valueOf(invalid.getMessage()))));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception failure) {
        logger.error("A request failed unexpectedly", failure);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_ERROR",
                "Something went wrong here; the correlation id helps us find out what");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String path = "";
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValue value) {
                String field = path.isEmpty() ? value.field() : path + "." + value.field();
                return badRequest(new InvalidValue(field, String.valueOf(value.getMessage())));
            }
            if (cause instanceof JacksonException json && path.isEmpty()) {
                path = path(json);
            }
        }
        if (!path.isEmpty()) {
            return badRequest(new InvalidValue(path, "cannot be read"));
        }
        return ResponseEntity.badRequest()
                .body(problem(
                        HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "The body is not the JSON that is expected"));
    }

    private ResponseEntity<Object> badRequest(InvalidValue value) {
        return ResponseEntity.badRequest().body(invalid(value));
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            HttpStatus known = HttpStatus.resolve(status.value());
            describe(problem, known == null ? "HTTP_" + status.value() : known.name());
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static String path(JacksonException json) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        describe(problem, code);
        return problem;
    }

    private static void describe(ProblemDetail problem, String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', '-');
        problem.setType(URI.create("/problems/" + words));
        String title = words.replace('-', ' ');
        problem.setTitle(Character.toUpperCase(title.charAt(0)) + title.substring(1));
        problem.setProperty("code", code);
        problem.setProperty("correlationId", CorrelationFilter.current());
    }
}
