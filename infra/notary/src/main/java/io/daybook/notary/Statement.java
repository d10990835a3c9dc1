package io.daybook.notary;

import java.util.List;

/**
 * Something else that a log says under its name than what its tree is: a text of lines, signed with the keys that sign
 * its checkpoints. It has more lines than a checkpoint, so none can be taken for the other.
 *
 * @param text more than three lines, each ended by a newline, none of them empty, without control characters
 */
public record Statement(String text) {

    private static final int LINES_OF_A_CHECKPOINT = 3;

    public Statement {
        boolean fits = text.endsWith("\n")
                && text.lines().count() > LINES_OF_A_CHECKPOINT
                && text.lines().noneMatch(String::isEmpty)
                && text.codePoints().noneMatch(c -> c < ' ' && c != '\n');
        if (!fits) {
            throw new InvalidNote("A statement has four lines or more, none of them empty, without control characters");
        }
    }

    /**
     * The statement as a note.
     *
     * @param keys that sign it, in this order
     */
    public String signed(List<SigningKey> keys) {
        return new SignedNote(text, keys.stream().map(key -> key.sign(text)).toList()).print();
    }
}
