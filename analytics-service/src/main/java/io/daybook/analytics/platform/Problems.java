package io.daybook.analytics.platform;

import io.daybook.api.InvalidValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception of a request into a {@link Problem}. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidValue refusal) {
        return invalid(refusal.field(), String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        HttpHeaders headers = new HttpHeaders();
        if (refusal.retryAfter() > 0) {
            headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(refusal.retryAfter()));
        }
        return refusal.problem().reply(headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> notReady(NotReady refusal) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "STORES_NOT_READY",
                        "The figures cannot be read now",
                        refusal.reason() + ". Try again in a moment.")
                .reply(headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure) {
        LOG.error("A request failed", failure);
        return new Problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "INTERNAL_ERROR",
                        "Unexpected failure",
                        "The request failed; the log has the reason under its correlation id.")
                .reply(new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException refusal,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(refusal.getParameterName(), "is required");
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException refusal, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = refusal instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(refusal.getPropertyName());
        Class<?> type = refusal.getRequiredType();
        return invalid(field, "cannot be read" + (type == null ? "" : " as " + type.getSimpleName()));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException refusal, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldProblem field = UnreadableBody.problemOf(refusal);
        return field == null
                ? ProblemErrorController.problemOf(status).reply(headers)
                : invalid(field.field(), field.problem());
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refusal, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemErrorController.problemOf(status).reply(headers);
    }

    private static ResponseEntity<Object> invalid(String field, String problem) {
        return Problem.invalid(field + " " + problem, List.of(new FieldProblem(field, problem)))
                .reply(new HttpHeaders());
    }
}
