package io.daybook.query.platform;

import io.daybook.api.InvalidValue;
import io.daybook.query.platform.freshness.AsOfBeforeMinPosition;
import io.daybook.query.platform.freshness.NotYetVisible;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Answers everything that is no success as problem details. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger logger = LoggerFactory.getLogger(ProblemAdvice.class);

    /** An empty parameter is as good as none. */
    @InitBinder
    void emptyIsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownEntity unknown, HttpServletRequest request) {
        return Problems.of(HttpStatus.NOT_FOUND, unknown.code().name(), String.valueOf(unknown.getMessage()), request);
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal, HttpServletRequest request) {
        return Problems.of(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()), request);
    }

    /** At a moment there are no tables to ask, only the events of an entity. */
    @ExceptionHandler
    ProblemDetail noTable(BadSqlGrammarException failure, HttpServletRequest request) {
        return request.getAttribute(AsOfFilter.AT_MOMENT) != null
                ? Problems.of(HttpStatus.CONFLICT, "AS_OF_NEEDS_GENERATION", AsOfFilter.ADVICE, request)
                : unexpected(failure, request);
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidValue invalid, HttpServletRequest request) {
        return Problems.invalid(invalid.field(), String.valueOf(invalid.getMessage()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYetVisible(NotYetVisible late, HttpServletRequest request) {
        ProblemDetail problem = Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE, "NOT_YET_VISIBLE", String.valueOf(late.getMessage()), request);
        problem.setProperty("minPosition", late.minPosition());
        problem.setProperty("position", late.position());
        problem.setProperty("lag", late.lag());
        problem.setProperty("stalenessMs", late.stalenessMillis());
        problem.setProperty("processors", late.processors());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }

    @ExceptionHandler
    ProblemDetail neverVisible(AsOfBeforeMinPosition never, HttpServletRequest request) {
        return Problems.of(
                HttpStatus.CONFLICT, "AS_OF_BEFORE_MIN_POSITION", String.valueOf(never.getMessage()), request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotGetJdbcConnectionException.class,
        EventStoreException.class
    })
    ProblemDetail unavailable(Exception failure, HttpServletRequest request) {
        logger.warn("The database cannot be reached", failure);
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "STORE_UNAVAILABLE",
                "The database cannot be reached; try again",
                request);
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception failure, HttpServletRequest request) {
        logger.error("A request failed unexpectedly", failure);
        return Problems.unexpected(request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = Objects.requireNonNullElse(mismatch.getPropertyName(), "value");
        return ResponseEntity.badRequest()
                .body(Problems.invalid(field, "must be " + expected(mismatch.getRequiredType()), servlet(request)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
                String field = String.valueOf(json.getPath().getFirst().getPropertyName());
                return ResponseEntity.badRequest().body(Problems.invalid(field, "cannot be read", servlet(request)));
            }
        }
        return ResponseEntity.badRequest()
                .body(Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "MALFORMED_REQUEST",
                        "The body is not the JSON that is expected",
                        servlet(request)));
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            Problems.describe(problem, Problems.code(status), servlet(request));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return "a date such as 2011-11-14";
        }
        if (type == Instant.class) {
            return "a time such as 2011-11-14T09:30:00Z";
        }
        if (type != null && type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        return "a whole number";
    }

    private static HttpServletRequest servlet(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}
