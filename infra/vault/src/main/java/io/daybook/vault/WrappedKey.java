package io.daybook.vault;

/** A key as it is stored: under a master key. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record WrappedKey(String keyId, String masterKey, byte[] wrapped) {}
