package io.daybook.eventstore;

/**
 * What a caller was told of a request that it named by a key of its own: stored in the transaction of the request's
 * events, so that either both are there or neither, and one key has one outcome whoever handles it again.
 *
 * @param key names the request, 1 to 500 characters
 * @param fingerprint tells this request from another one under the same key; a digest of at most 64 bytes
 * @param outcome what the caller was told, in the application's own encoding
 * @param position the position of the request's last event, or of what it found unchanged; 0 for none
 * @param version the sequence number of that event in its aggregate; -1 for none
 */
@SuppressWarnings("ArrayRecordComponent") // receipts are carried, never compared
public record Receipt(String key, byte[] fingerprint, byte[] outcome, long position, long version) {

    /** A receipt that takes its place from the events that it is stored with, and has none without them. */
    public static Receipt of(String key, byte[] fingerprint, byte[] outcome) {
        return new Receipt(key, fingerprint, outcome, 0, -1);
    }

    /** The same receipt at the place of an event. */
    public Receipt at(long lastPosition, long lastVersion) {
        return new Receipt(key, fingerprint, outcome, lastPosition, lastVersion);
    }
}
