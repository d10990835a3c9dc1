package io.daybook.api.customer;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.util.Base64;

/**
 * Personal data under the key of its customer, which is destroyed when the customer is erased. Binary values are in
 * Base64 (RFC 4648, section 4).
 *
 * @param version how it was sealed and which fields it has
 * @param nonce 12 bytes, a new one each time
 * @param ciphertext AES-GCM with a tag of 16 bytes; bound to the customer and the type of the event
 * @param digest HMAC-SHA256 of the content under the customer's key: the same content has the same digest, and without
 *     the key it tells nothing
 */
public record SealedData(int version, String nonce, String ciphertext, String digest) {

    private static final int NONCE_BYTES = 12;
    private static final int DIGEST_BYTES = 32;

    public SealedData {
        if (bytes(nonce, "nonce") != NONCE_BYTES) {
            throw new InvalidValue("nonce", "must have " + NONCE_BYTES + " bytes");
        }
        bytes(ciphertext, "ciphertext");
        if (bytes(digest, "digest") != DIGEST_BYTES) {
            throw new InvalidValue("digest", "must have " + DIGEST_BYTES + " bytes");
        }
    }

    private static int bytes(String text, String field) {
        try {
            return Base64.getDecoder().decode(Require.present(text, field)).length;
        } catch (IllegalArgumentException _) {
            throw new InvalidValue(field, "must be in Base64");
        }
    }
}
