package io.daybook.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an event: {@code SHA-256(position as 8 bytes, big-endian || content hash)}, where the content hash is the
 * SHA-256 of aggregate id, sequence, aggregate type, event id, recording time in microseconds since 1970, payload type,
 * revision, payload and metadata, in this order. Texts are UTF-8; texts and byte strings carry their length before them
 * as 4 bytes, big-endian, and a null has the length -1; numbers are 8 bytes, big-endian.
 */
public final class EventHash {

    private EventHash() {}

    /** The hash of an event at a position; 32 bytes. */
    public static byte[] at(long position, byte[] contentHash) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
        return digest.digest(contentHash);
    }

    /** The hash of all that an event says, without its position; 32 bytes. */
    static byte[] ofContent(EventRow row) {
        MessageDigest digest = sha256();
        add(digest, row.aggregateId());
        add(digest, row.sequence());
        add(digest, row.type());
        add(digest, row.eventId());
        add(digest, ChronoUnit.MICROS.between(Instant.EPOCH, row.recordedAt()));
        add(digest, row.payloadType());
        add(digest, row.payloadRevision());
        add(digest, row.payloadBytes());
        add(digest, row.metadataBytes());
        return digest.digest();
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        add(digest, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(MessageDigest digest, byte @Nullable [] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(bytes == null ? -1 : bytes.length)
                .flip());
        if (bytes != null) {
            digest.update(bytes);
        }
    }

    private static void add(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
