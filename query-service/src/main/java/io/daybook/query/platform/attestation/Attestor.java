package io.daybook.query.platform.attestation;

import io.daybook.query.platform.Refusal;

/** Speaks in the name of the log. */
public interface Attestor {

    /** The name of the log, by which its key signs. */
    String origin();

    /** Where an event is in what was signed last; a {@link Refusal} with 409 where it is not sealed yet. */
    SealedEvent sealed(long position);

    /**
     * A statement as a note signed with the key that signs checkpoints; a {@link Refusal} with 409 where this instance
     * has none.
     *
     * @param text more than three lines, each ended by a newline, none of them empty
     */
    String signed(String text);
}
