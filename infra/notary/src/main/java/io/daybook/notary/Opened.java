package io.daybook.notary;

import org.jspecify.annotations.Nullable;

/**
 * A checkpoint of an export whose signatures were looked at, which takes far longer than anything else about it.
 *
 * @param checkpoint null where it is not to be trusted
 * @param problem why not
 */
record Opened(@Nullable Checkpoint checkpoint, String problem) {

    static Opened of(ExportRecord found, VerifierKeys keys) {
        try {
            return new Opened(keys.open(found.text()), "");
        } catch (InvalidNote untrusted) {
            return new Opened(null, String.valueOf(untrusted.getMessage()));
        }
    }
}
