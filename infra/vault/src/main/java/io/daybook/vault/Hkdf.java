package io.daybook.vault;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * HKDF-Expand with SHA-256 (RFC 5869, section 2.3). Our keys are uniformly random, so nothing has to be extracted
 * (3.3).
 */
final class Hkdf {

    private Hkdf() {}

    /** A key of so many bytes for one purpose; keys for different purposes tell nothing of each other. */
    static SecretKey expand(byte[] key, byte[] purpose, int bytes, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm, HKDFParameterSpec.expandOnly(new SecretKeySpec(key, "Generic"), purpose, bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK since 25 has HKDF-SHA256", impossible);
        }
    }
}
