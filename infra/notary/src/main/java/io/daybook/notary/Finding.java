package io.daybook.notary;

/**
 * The first thing that is wrong with an export.
 *
 * @param position of the event it is at; with what concerns several, the first of them; 0 where it is at none
 * @param offset of the byte in the file where the record begins that shows it
 * @param words what is wrong
 */
public record Finding(Kind kind, long position, long offset, String words) {

    /** What may be wrong. */
    public enum Kind {
        /** The file does not begin as an export of a version that is known. */
        NOT_AN_EXPORT,
        /** A record cannot be read, or is not as it was written. */
        DAMAGED,
        /** An event stands where another should: one was taken out, put in, or moved. */
        OUT_OF_ORDER,
        /** The content of an event does not fit its hash. */
        CHANGED,
        /** Content and hash of an event fit each other, and are not what was sealed. */
        REWRITTEN,
        /** Some events since the checkpoint before are not those that were signed. */
        NOT_AS_SIGNED,
        /** A checkpoint is not signed by a key that was given, or not readable. */
        UNTRUSTED,
        /** The last events are covered by no checkpoint. */
        NOT_SEALED,
        /** The end is missing, or something stands behind it. */
        INCOMPLETE
    }
}
