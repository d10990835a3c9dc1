package io.daybook.vault;

/** There is no key to seal with: the customer never had one, or it is destroyed. */
public final class MissingKey extends RuntimeException {

    private final boolean destroyed;

    MissingKey(String keyId, boolean destroyed) {
        super(keyId + (destroyed ? " has lost its key for good" : " has no key"), null, false, false);
        this.destroyed = destroyed;
    }

    public boolean destroyed() {
        return destroyed;
    }
}
