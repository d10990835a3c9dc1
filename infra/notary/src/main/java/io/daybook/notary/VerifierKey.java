package io.daybook.notary;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key of a log, as text {@code name+id+base64} (the "vkey" of C2SP signed notes): the id is the first four
 * bytes of {@code SHA-256(name || 0x0A || 0x01 || key)} in hexadecimal, and Base64 has {@code 0x01 || key}.
 */
public final class VerifierKey {

    private static final byte ED25519 = 1;

    private final String name;
    private final byte[] key;
    private final int id;
    private final PublicKey publicKey;

    VerifierKey(String name, byte[] key) {
        if (!NoteSignature.isName(name)) {
            throw new InvalidNote("The name of a log must not be empty, nor have a space or a plus sign: " + name);
        }
        this.name = name;
        this.key = key.clone();
        this.id = id(name, key);
        this.publicKey = Ed25519.ofPublic(key);
    }

    /**
     * A key from its text.
     *
     * @throws InvalidNote where it is none
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new InvalidNote("A public key is written name+id+base64");
        }
        byte[] typed;
        try {
            typed = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException e) {
            throw new InvalidNote("The Base64 of the public key " + parts[0] + " cannot be read", e);
        }
        if (typed.length != 1 + Ed25519.PUBLIC_BYTES || typed[0] != ED25519) {
            throw new InvalidNote("The public key " + parts[0] + " is none of Ed25519");
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.hexadecimalId().equals(parts[1])) {
            throw new InvalidNote("The id of the public key " + parts[0] + " does not fit it");
        }
        return key;
    }

    /** The name of the log that it is a key of. */
    public String name() {
        return name;
    }

    int id() {
        return id;
    }

    /** The id as it stands in the text. */
    public String hexadecimalId() {
        return HexFormat.of().toHexDigits(id);
    }

    boolean verifies(String text, NoteSignature signature) {
        return signature.bytes().length == Ed25519.SIGNATURE_BYTES
                && Ed25519.verifies(publicKey, text.getBytes(StandardCharsets.UTF_8), signature.bytes());
    }

    private static int id(String name, byte[] key) {
        MessageDigest digest = TreeHasher.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return ByteBuffer.wrap(digest.digest(key)).getInt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && name.equals(that.name) && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        byte[] typed = new byte[1 + key.length];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return name + '+' + hexadecimalId() + '+' + Base64.getEncoder().encodeToString(typed);
    }
}
