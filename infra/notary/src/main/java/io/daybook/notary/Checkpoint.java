package io.daybook.notary;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log commits to: that its first events are those of a tree with this root. Its text is that of C2SP
 * tlog-checkpoint: three lines with the origin, the size in decimal digits and the root in Base64.
 *
 * @param origin the name of the log
 * @param size how many events; as positions are dense from 1, also the last position
 * @param root of 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // equals is not asked for
public record Checkpoint(String origin, long size, byte[] root) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int LINES = 3;

    /**
     * The checkpoint as a note.
     *
     * @param keys that sign it, in this order
     */
    public String signed(List<SigningKey> keys) {
        String text = text();
        return new SignedNote(text, keys.stream().map(key -> key.sign(text)).toList()).print();
    }

    String text() {
        return origin + '\n' + size + '\n' + rootText() + '\n';
    }

    /** The root in Base64. */
    public String rootText() {
        return Base64.getEncoder().encodeToString(root);
    }

    /** The checkpoint in a note, whoever signed it; {@link VerifierKeys#open} is for whom that matters. */
    public static Checkpoint unverified(String note) {
        return parse(SignedNote.parse(note).text());
    }

    static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        // lines that extend it would not be committed to the tree, so they are not for this log
        if (lines.length != LINES + 1
                || lines[0].isEmpty()
                || !SIZE.matcher(lines[1]).matches()) {
            throw new InvalidNote("The note is no checkpoint: it must have an origin, a size and a root");
        }
        Checkpoint checkpoint = new Checkpoint(lines[0], Long.parseLong(lines[1]), root(lines[2]));
        if (!checkpoint.text().equals(text)) {
            throw new InvalidNote("The root of the checkpoint is not written as it should be");
        }
        return checkpoint;
    }

    private static byte[] root(String base64) {
        try {
            byte[] root = Base64.getDecoder().decode(base64);
            if (root.length == TreeHasher.HASH_BYTES) {
                return root;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidNote("The root of the checkpoint is not Base64", e);
        }
        throw new InvalidNote("The root of the checkpoint has not 32 bytes");
    }

    /** Whether it commits to the same events. */
    public boolean isSameTree(Checkpoint other) {
        return size == other.size && Arrays.equals(root, other.root);
    }
}
