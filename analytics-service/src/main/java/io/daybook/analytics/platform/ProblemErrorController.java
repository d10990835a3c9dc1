package io.daybook.analytics.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.MDC;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells as a {@link Problem} what the servlet container refused before or after Spring MVC saw the request. */
@RestController
class ProblemErrorController implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Object> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpStatus.NOT_FOUND.value();
        String id = String.valueOf(request.getAttribute(CorrelationFilter.KEY));
        try (MDC.MDCCloseable _ = MDC.putCloseable(CorrelationFilter.KEY, id)) {
            return problemOf(HttpStatusCode.valueOf(status)).reply(new HttpHeaders());
        }
    }

    /** The problem of a plain HTTP status: code and title are the status's own. */
    static Problem problemOf(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        if (status == null) {
            return new Problem(code, "HTTP_" + code.value(), "Refused", "The request was refused.");
        }
        String detail = switch (status) {
            case NOT_FOUND -> "There is nothing at this path.";
            case METHOD_NOT_ALLOWED -> "This path does not take this method.";
            case NOT_ACCEPTABLE -> "Replies are JSON.";
            default -> status.is5xxServerError() ? "The request failed." : "The request cannot be read.";
        };
        return new Problem(code, status.name(), status.getReasonPhrase(), detail);
    }
}
