package io.daybook.vault;

/** The configured master keys are missing, malformed, or not those that wrapped the stored keys. */
public final class UnfitMasterKeys extends IllegalStateException {

    UnfitMasterKeys(String message) {
        super(message);
    }
}
