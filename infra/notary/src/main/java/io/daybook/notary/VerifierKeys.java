package io.daybook.notary;

import java.util.List;

/** The keys that a reader trusts. A log that changed its key has several. */
public record VerifierKeys(List<VerifierKey> keys) {

    public VerifierKeys {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new InvalidNote("There is no public key to check signatures with");
        }
    }

    /** Keys from a text that has one in each line; lines that are empty or begin with # do not count. */
    public static VerifierKeys parse(String text) {
        return new VerifierKeys(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(VerifierKey::parse)
                .toList());
    }

    /**
     * The checkpoint of a note that one of the keys has signed. Signatures by other keys do not count; a bad one by a
     * known key spoils the note.
     *
     * @throws InvalidNote where it is not to be trusted
     */
    public Checkpoint open(String note) {
        SignedNote signed = SignedNote.parse(note);
        VerifierKey signer = signer(signed);
        Checkpoint checkpoint = Checkpoint.parse(signed.text());
        if (!checkpoint.origin().equals(signer.name())) {
            throw new InvalidNote("The checkpoint is of the log %s and signed with a key of %s"
                    .formatted(checkpoint.origin(), signer.name()));
        }
        return checkpoint;
    }

    /**
     * The statement of a note that one of the keys has signed, on the same conditions.
     *
     * @throws InvalidNote where it is not to be trusted, or is a checkpoint
     */
    public Statement openStatement(String note) {
        SignedNote signed = SignedNote.parse(note);
        signer(signed);
        return new Statement(signed.text());
    }

    private VerifierKey signer(SignedNote signed) {
        VerifierKey signer = null;
        for (NoteSignature signature : signed.signatures()) {
            for (VerifierKey key : keys) {
                if (key.id() != signature.keyId() || !key.name().equals(signature.name())) {
                    continue;
                }
                if (!key.verifies(signed.text(), signature)) {
                    throw new InvalidNote("The signature by key %s of %s does not fit the note"
                            .formatted(key.hexadecimalId(), key.name()));
                }
                signer = key;
            }
        }
        if (signer == null) {
            throw new InvalidNote("The note is signed by none of the keys given");
        }
        return signer;
    }
}
