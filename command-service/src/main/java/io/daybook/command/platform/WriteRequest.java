package io.daybook.command.platform;

import io.daybook.api.InvalidValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What the headers of the request in hand ask for.
 *
 * @param key the caller's name for it, where it has one
 * @param expectedVersion the version that its aggregate must have, {@link Decision#NO_VERSION} for none; null for any
 * @param conditional whether the caller named a version, or said that any will do
 */
record WriteRequest(Optional<IdempotencyKey> key, @Nullable Long expectedVersion, boolean conditional) {

    /** The request attribute that holds the key. */
    static final String KEY = WriteRequest.class.getName() + ".key";

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    static WriteRequest current() {
        ServletRequestAttributes request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        Optional<IdempotencyKey> key =
                Optional.ofNullable((IdempotencyKey) request.getRequest().getAttribute(KEY));
        String ifMatch = request.getRequest().getHeader(HttpHeaders.IF_MATCH);
        String ifNoneMatch = request.getRequest().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (ifNoneMatch != null) {
            return new WriteRequest(key, absent(ifNoneMatch), true);
        }
        return new WriteRequest(key, ifMatch == null ? null : version(ifMatch), ifMatch != null);
    }

    /** For a change that overwrites what was there: the caller has to say what that was. */
    void requireCondition() {
        if (!conditional) {
            throw new Refused(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "PRECONDITION_REQUIRED",
                    "Send If-Match with the ETag that you have seen, or If-Match: * to overwrite whatever is there");
        }
    }

    private static Long absent(String ifNoneMatch) {
        if (!ifNoneMatch.strip().equals("*")) {
            throw new InvalidValue(HttpHeaders.IF_NONE_MATCH, "must be *");
        }
        return Decision.NO_VERSION;
    }

    private static @Nullable Long version(String ifMatch) {
        if (ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher etag = ETAG.matcher(ifMatch.strip());
        if (!etag.matches()) {
            throw new InvalidValue(HttpHeaders.IF_MATCH, "must be one ETag such as \"7\", as a reply gave it, or *");
        }
        return Long.valueOf(etag.group(1));
    }
}
