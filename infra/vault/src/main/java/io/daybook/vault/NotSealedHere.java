package io.daybook.vault;

/** A ciphertext does not open: it was made with another key or for another place, or it has been tampered with. */
public final class NotSealedHere extends RuntimeException {

    NotSealedHere(String message) {
        super(message);
    }
}
