package io.daybook.notary;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text and who signed it, as C2SP signed notes have it: the text ends in a newline, then follow an empty line and a
 * line for each signature.
 */
record SignedNote(String text, List<NoteSignature> signatures) {

    private static final int MOST_SIGNATURES = 64;

    SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * Throws {@link InvalidNote} where the text is no signed note; whether the signatures are good is not looked at.
     */
    static SignedNote parse(String note) {
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n") || gap + 2 == note.length()) {
            throw new InvalidNote("This is no signed note: there is no text with signatures under it");
        }
        String text = note.substring(0, gap + 1);
        if (text.codePoints().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new InvalidNote("This is no signed note: it has control characters");
        }
        String[] lines = note.substring(gap + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new InvalidNote("The note has too many signatures");
        }
        return new SignedNote(
                text, Arrays.stream(lines).map(NoteSignature::parse).toList());
    }

    String print() {
        return text + '\n' + signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    }
}
