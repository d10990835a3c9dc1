package io.daybook.command.platform;

import io.daybook.api.InvalidValue;
import io.daybook.apidescription.ProblemCatalogue;
import io.daybook.apidescription.ProblemType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes problem details (RFC 9457): a stable type, which is the address of its page, a code, and what to do about it.
 */
@Component
final class Problems {

    private final ProblemCatalogue catalogue;
    private final JsonMapper json;

    Problems(ProblemCatalogue catalogue, JsonMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    ProblemDetail of(Rejected rejected) {
        HttpStatus status = switch (rejected.code().kind()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case RULE -> HttpStatus.CONFLICT;
            case VERSION -> HttpStatus.PRECONDITION_FAILED;
        };
        ProblemDetail problem = of(status, rejected.code().name(), String.valueOf(rejected.getMessage()));
        rejected.properties().forEach(problem::setProperty);
        return problem;
    }

    ProblemDetail of(Refused refused) {
        return of(refused.status(), refused.code(), String.valueOf(refused.getMessage()));
    }

    ProblemDetail of(InvalidValue invalid) {
        return ofFields(List.of(new FieldProblem(invalid.field(), String.valueOf(invalid.getMessage()))));
    }

    ProblemDetail ofFields(List<FieldProblem> fields) {
        String detail = fields.size() == 1
                ? "A value of the request is not fit"
                : "%d values of the request are not fit".formatted(fields.size());
        ProblemDetail problem = of(HttpStatus.BAD_REQUEST, "INVALID_VALUE", detail);
        problem.setProperty("errors", fields);
        return problem;
    }

    /** A fault of ours, without its internals. */
    ProblemDetail unexpected() {
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_ERROR",
                "Something went wrong here; the correlation id helps us find out what");
    }

    /** The code of a problem of which no more is known than its status. */
    static String code(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "HTTP_" + status.value() : known.name();
    }

    ProblemDetail of(HttpStatusCode status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        describe(problem, code);
        return problem;
    }

    /** Gives a problem its type, title, code and remedy. */
    void describe(ProblemDetail problem, String code) {
        Optional<ProblemType> type = catalogue.find(code);
        problem.setType(URI.create("/problems/" + ProblemType.slug(code)));
        problem.setTitle(ProblemType.title(code));
        problem.setProperty("code", code);
        type.ifPresent(known -> problem.setProperty("remedy", known.remedy()));
        problem.setProperty("correlationId", CorrelationFilter.current());
    }

    /** Answers from a filter, where no controller is at hand. */
    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (problem.getStatus() == HttpStatus.CONFLICT.value()) {
            response.setHeader("Retry-After", "1");
        }
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /** A value that is not fit. */
    record FieldProblem(String field, String problem) implements Comparable<FieldProblem> {

        @Override
        public int compareTo(FieldProblem other) {
            return field.compareTo(other.field);
        }
    }
}
