package io.daybook.notary;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * A signature under a note.
 *
 * @param name of the key that signed
 * @param keyId what tells it from other keys of the name
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record NoteSignature(String name, int keyId, byte[] bytes) {

    private static final String DASH = "\u2014 ";

    static NoteSignature parse(String line) {
        String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length != 2 || !isName(parts[0])) {
            throw new InvalidNote("A line of signature cannot be read: " + line);
        }
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(parts[1]);
        } catch (IllegalArgumentException e) {
            throw new InvalidNote("A signature is not Base64: " + line, e);
        }
        if (signature.length <= Integer.BYTES
                || !Base64.getEncoder().encodeToString(signature).equals(parts[1])) {
            throw new InvalidNote("A signature cannot be read: " + line);
        }
        return new NoteSignature(
                parts[0],
                ByteBuffer.wrap(signature).getInt(),
                Arrays.copyOfRange(signature, Integer.BYTES, signature.length));
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || c < ' ' || Character.isSpaceChar(c));
    }

    String line() {
        byte[] signature = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return DASH + name + ' ' + Base64.getEncoder().encodeToString(signature) + '\n';
    }
}
