package io.daybook.notary;

/**
 * A signed note, a checkpoint or a key that is not one, or is not signed by whom it should be; says what is wrong with
 * it.
 */
public final class InvalidNote extends RuntimeException {

    InvalidNote(String problem) {
        super(problem);
    }

    InvalidNote(String problem, Throwable cause) {
        super(problem, cause);
    }
}
