package io.daybook.query.notary;

/**
 * The notary does not sign: what it was to sign is not what it should be. Says what and where; somebody has to look
 * into it.
 */
final class SealRefused extends RuntimeException {

    SealRefused(String problem) {
        super(problem);
    }
}
