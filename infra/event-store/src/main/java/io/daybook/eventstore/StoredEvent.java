package io.daybook.eventstore;

/**
 * A stored event as its hash covers it.
 *
 * @param position the place in the store, dense from 1 in commit order
 * @param content everything else that the event says, encoded as the content hash takes it, see {@link EventHash}
 * @param hash the hash that is stored beside it; whether it fits has not been checked
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record StoredEvent(long position, byte[] content, byte[] hash) {}
