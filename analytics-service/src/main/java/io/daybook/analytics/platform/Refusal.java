package io.daybook.analytics.platform;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that is not served; the caller is told why as a {@link Problem}. */
public final class Refusal extends RuntimeException {

    private final transient Problem problem;
    private final int retryAfter;

    private Refusal(Problem problem, int retryAfter) {
        // an answer, not a fault: it needs no stack trace
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** 400: fields of the request are not fit; all of them that are known. */
    public static Refusal unfit(List<FieldProblem> errors) {
        FieldProblem first = errors.getFirst();
        String more = errors.size() == 1 ? "" : ", and " + (errors.size() - 1) + " more";
        return new Refusal(Problem.invalid(first.field() + " " + first.problem() + more, errors), 0);
    }

    /** 400: the body is not what this address reads. */
    public static Refusal malformed(String detail) {
        return new Refusal(
                new Problem(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "The body cannot be read", detail), 0);
    }

    /** 404: there is nothing of this name. */
    public static Refusal unknown(String code, String detail) {
        return new Refusal(new Problem(HttpStatus.NOT_FOUND, code, "There is no such thing", detail), 0);
    }

    /** 413: the body is larger than one may be. */
    public static Refusal tooLarge(String detail) {
        return new Refusal(
                new Problem(HttpStatus.CONTENT_TOO_LARGE, "REQUEST_TOO_LARGE", "The request is too large", detail), 0);
    }

    /**
     * 503: it may be served a moment later.
     *
     * @param code stable, in capitals
     * @param seconds when to try again
     */
    public static Refusal unavailable(String code, String title, String detail, int seconds) {
        return new Refusal(new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, title, detail), seconds);
    }

    Problem problem() {
        return problem;
    }

    /** In seconds; 0 where trying again is no use. */
    int retryAfter() {
        return retryAfter;
    }
}
