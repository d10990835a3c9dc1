package io.daybook.command.platform;

/**
 * Tells one request from another, for as long as a receipt of it is kept, and nothing else: who reads the receipts
 * cannot try out whose name was in a request.
 */
@FunctionalInterface
public interface RequestDigest {

    /** The digest of some content, of 64 bytes at most; the same for the same content, in every instance. */
    byte[] of(byte[] content);
}
