package io.daybook.vault;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES in Galois/Counter Mode with a nonce of 12 bytes and a tag of 16 (NIST SP 800-38D, sections 7.1 and 7.2). */
final class AesGcm {

    static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private AesGcm() {}

    /** The ciphertext with its tag. No two calls with one key may have the same nonce. */
    static byte[] seal(SecretKey key, byte[] nonce, byte[] plain, byte[] associated) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plain);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-GCM", impossible);
        }
    }

    /** What was sealed; throws {@link NotSealedHere} where key, nonce, ciphertext or associated data are other ones. */
    static byte[] open(SecretKey key, byte[] nonce, byte[] sealed, byte[] associated) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, associated).doFinal(sealed);
        } catch (AEADBadTagException _) {
            throw new NotSealedHere("It was not sealed under this key for this place, or it was changed since");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-GCM", impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }
}
