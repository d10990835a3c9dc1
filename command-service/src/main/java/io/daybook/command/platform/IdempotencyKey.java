package io.daybook.command.platform;

import io.daybook.api.InvalidValue;
import io.daybook.eventstore.Receipt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * The name that a caller gave a request, so that it can be sent again.
 *
 * @param scoped the key within all keys: those of different callers have nothing to do with each other
 * @param fingerprint a keyed digest of method, path, query and body
 */
@SuppressWarnings("ArrayRecordComponent") // compared by matches only
record IdempotencyKey(String scoped, byte[] fingerprint) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FIT = Pattern.compile("[\\x21-\\x7E]{1,200}");

    /** The key of a request; throws {@link InvalidValue} where it is not fit to be one. */
    static IdempotencyKey of(
            String caller, String key, String method, String target, byte[] body, RequestDigest keyed) {
        if (!FIT.matcher(key).matches()) {
            throw new InvalidValue(HEADER, "must be 1 to 200 visible ASCII characters");
        }
        MessageDigest digest = sha256();
        digest.update((method + " " + target + "\n").getBytes(StandardCharsets.UTF_8));
        return new IdempotencyKey(caller + " " + key, keyed.of(digest.digest(body)));
    }

    /** The receipt of what the caller is told. */
    Receipt receipt(byte[] outcome) {
        return Receipt.of(scoped, fingerprint, outcome);
    }

    /** Whether a request of this key is the one in hand. */
    boolean matches(byte[] other) {
        return MessageDigest.isEqual(fingerprint, other);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
