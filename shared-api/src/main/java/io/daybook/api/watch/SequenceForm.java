package io.daybook.api.watch;

/** How events follow each other. */
public enum SequenceForm {
    /** A first event, and no second in time. */
    NOT_FOLLOWED,
    /** A first event, and a second in time. */
    FOLLOWED,
    /** So many first events in so short a time. */
    REPEATED
}
