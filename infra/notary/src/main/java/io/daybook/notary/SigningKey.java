package io.daybook.notary;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Base64;

/** A key that signs checkpoints of one log. */
public final class SigningKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int LINE = 64;

    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(String name, KeyPair pair) {
        this.key = pair.getPrivate();
        this.verifier = new VerifierKey(name, Ed25519.bytes(pair.getPublic()));
    }

    /** A new key. */
    public static SigningKey generate(String name) {
        return new SigningKey(name, Ed25519.generate());
    }

    /**
     * A key as {@code openssl genpkey -algorithm ed25519} writes it: PKCS#8 in PEM; or in Base64 alone.
     *
     * @param name of the log that it signs for
     * @throws InvalidNote where it is no such key
     */
    public static SigningKey ofPem(String name, String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        String base64 = begin >= 0 && end > begin ? pem.substring(begin + BEGIN.length(), end) : pem;
        try {
            byte[] pkcs8 = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            return new SigningKey(name, Ed25519.ofPrivate(pkcs8));
        } catch (IllegalArgumentException e) {
            throw new InvalidNote("The private key is not PKCS#8 in PEM", e);
        }
    }

    /** The private key as PKCS#8 in PEM. */
    public String pem() {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return BEGIN + '\n' + base64 + '\n' + END + '\n';
    }

    /** What its signatures are checked with. */
    public VerifierKey verifier() {
        return verifier;
    }

    NoteSignature sign(String text) {
        return new NoteSignature(
                verifier.name(), verifier.id(), Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8)));
    }
}
