package io.daybook.e2e.faults;

import java.util.Set;

/**
 * What a client was told in answer to one sending of a request.
 *
 * @param key names the request, and is the correlation id of what follows from it
 * @param request method and path
 * @param instance where it was sent
 * @param status the reply's; 0 where none came
 * @param position the reply's {@code Event-Position}; 0 for none
 * @param body the reply's; what went wrong where none came
 */
record Told(String key, String request, String instance, int status, long position, String body) {

    /** Refusals that ask to send the request again. */
    private static final Set<String> PASSING = Set.of("REQUEST_IN_PROGRESS", "CONCURRENT_CHANGE");

    static Told nothing(String key, String request, String instance, Exception failure) {
        return new Told(key, request, instance, 0, 0, failure.toString());
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the request has come to an end, so that there is no need to send it again. */
    boolean isConclusive() {
        return isSuccess() || (status >= 400 && status < 500 && PASSING.stream().noneMatch(body::contains));
    }

    /** Whether the service's rules refused it. */
    boolean isRefusal() {
        return isConclusive() && (status == 404 || status == 409);
    }

    /** Whether something was changed by it, and not found as it should be. */
    boolean isChange() {
        return isSuccess() && body.contains("\"changed\":true");
    }

    /** What has to be the same whenever the request's outcome is told. */
    String outcome() {
        return isSuccess() ? status + " at " + position + ": " + body : status + ": " + code();
    }

    private String code() {
        int start = body.indexOf("\"code\":\"");
        return start < 0 ? body : body.substring(start + 8, body.indexOf('"', start + 8));
    }
}
