package io.daybook.command.platform;

import io.daybook.api.InvalidValue;
import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Problems.FieldProblem;
import io.daybook.eventstore.ReceiptKnown;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/**
 * Answers every refusal and fault as problem details (RFC 9457). What the domain refused goes on record under the
 * request's key, so that sending it again gets the same refusal.
 */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger logger = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Refusals that may be another thing the next moment, so that sending the request again is the remedy. */
    private static final Set<RejectionCode> PASSING =
            Set.of(RejectionCode.CONCURRENT_CHANGE, RejectionCode.VERSION_STALE);

    private final Problems problems;
    private final Receipts receipts;

    ProblemAdvice(Problems problems, Receipts receipts) {
        this.problems = problems;
        this.receipts = receipts;
    }

    @ExceptionHandler
    ResponseEntity<Object> rejected(Rejected rejected, WebRequest request) {
        ProblemDetail problem = problems.of(rejected);
        problem.setInstance(
                URI.create(((ServletWebRequest) request).getRequest().getRequestURI()));
        IdempotencyKey key = key(request);
        if (key == null) {
            return answer(problem);
        }
        if (PASSING.contains(rejected.code())) {
            return receipts.find(key).orElseGet(() -> answer(problem));
        }
        try {
            receipts.store(
                    receipts.of(
                            key,
                            HttpStatus.valueOf(problem.getStatus()),
                            null,
                            MediaType.APPLICATION_PROBLEM_JSON,
                            problem),
                    Optional.empty());
            return answer(problem);
        } catch (ReceiptKnown known) {
            return again(key, known);
        }
    }

    /** The request came before: its caller is told what it was told then. */
    @ExceptionHandler
    ResponseEntity<Object> known(ReceiptKnown known, WebRequest request) {
        IdempotencyKey key = key(request);
        return key == null ? unexpected(known) : again(key, known);
    }

    private ResponseEntity<Object> again(IdempotencyKey key, ReceiptKnown known) {
        try {
            return receipts.again(key, known.receipt());
        } catch (Refused reused) {
            return refused(reused);
        }
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refused refused) {
        return answer(problems.of(refused));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidValue invalid) {
        return answer(problems.of(invalid));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure) {
        logger.error("A request failed unexpectedly", failure);
        return answer(problems.unexpected());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> fields = invalid.getBindingResult().getFieldErrors().stream()
                .map(ProblemAdvice::problem)
                .sorted()
                .toList();
        return answer(problems.ofFields(fields));
    }

    private static FieldProblem problem(FieldError error) {
        return new FieldProblem(
                error.getField(), String.valueOf(((DefaultMessageSourceResolvable) error).getDefaultMessage()));
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
                return invalid(new InvalidValue(field, String.valueOf(value.getMessage())));
            }
            if (cause instanceof JacksonException json && path.isEmpty()) {
                path = path(json);
            }
        }
        if (!path.isEmpty()) {
            return invalid(new InvalidValue(path, "cannot be read"));
        }
        return answer(
                problems.of(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "The body is not the JSON that is expected"));
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            problems.describe(problem, Problems.code(status));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static @Nullable IdempotencyKey key(WebRequest request) {
        return (IdempotencyKey) request.getAttribute(WriteRequest.KEY, WebRequest.SCOPE_REQUEST);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
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
}
