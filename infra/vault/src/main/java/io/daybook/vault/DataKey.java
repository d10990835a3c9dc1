package io.daybook.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** A random key of 256 bits, used by way of two keys derived from it: one seals, the other makes digests. */
final class DataKey {

    static final int BYTES = 32;

    private final byte[] bytes;

    DataKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A key has " + BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    static DataKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new DataKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    byte[] seal(byte[] nonce, byte[] plain, byte[] associated) {
        return AesGcm.seal(derived("daybook seal 1", "AES"), nonce, plain, associated);
    }

    byte[] open(byte[] nonce, byte[] sealed, byte[] associated) {
        return AesGcm.open(derived("daybook seal 1", "AES"), nonce, sealed, associated);
    }

    /** HMAC-SHA256: the same for the same content, and without the key it tells nothing of it. */
    byte[] digest(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(derived("daybook digest 1", "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", impossible);
        }
    }

    private SecretKey derived(String purpose, String algorithm) {
        return Hkdf.expand(bytes, purpose.getBytes(StandardCharsets.US_ASCII), BYTES, algorithm);
    }
}
