package io.daybook.notary;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An event with all that its hash covers. Its encoded content is the very byte string that the content hash is taken
 * of: aggregate id, sequence, aggregate type, event id, recording time in microseconds since 1970, payload type,
 * revision, payload and metadata, in this order; texts are UTF-8, texts and byte strings have their length before them
 * as 4 bytes (-1 for null), numbers are 8 bytes, all big-endian. The event hash is
 * {@code SHA-256(position as 8 bytes || SHA-256(content))}.
 *
 * @param position dense from 1
 * @param content encoded
 * @param hash the event hash as it is stored
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record EventRecord(long position, byte[] content, byte[] hash) {

    /** An event with these columns and the hash that it should have. */
    public static EventRecord of(long position, Columns columns, TreeHasher hasher) {
        byte[] content = columns.encoded();
        return new EventRecord(position, content, hasher.event(position, content, 0, content.length));
    }

    /** The hash that the event should have. */
    public byte[] expectedHash(TreeHasher hasher) {
        return hasher.event(position, content, 0, content.length);
    }

    /** The body of its record in an export. */
    byte[] bytes() {
        return ByteBuffer.allocate(ExportFormat.EVENT_BYTES + content.length)
                .putLong(position)
                .put(content)
                .put(hash)
                .array();
    }

    /** What the content says. */
    public Columns columns() {
        ByteBuffer rest = ByteBuffer.wrap(content);
        try {
            Columns columns = new Columns(
                    required(text(rest)),
                    rest.getLong(),
                    text(rest),
                    required(text(rest)),
                    rest.getLong(),
                    required(text(rest)),
                    text(rest),
                    required(bytes(rest)),
                    required(bytes(rest)));
            if (!rest.hasRemaining()) {
                return columns;
            }
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("The content of the event at %d cannot be read".formatted(position), e);
        }
        throw new IllegalArgumentException("The content of the event at %d goes on behind its end".formatted(position));
    }

    private static @Nullable String text(ByteBuffer rest) {
        byte[] bytes = bytes(rest);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] bytes(ByteBuffer rest) {
        int length = rest.getInt();
        if (length == -1) {
            return null;
        }
        if (length > rest.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        rest.get(bytes);
        return bytes;
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new BufferUnderflowException();
        }
        return value;
    }

    /**
     * The columns of an event.
     *
     * @param sequence in the aggregate, from 0
     * @param recordedAt in microseconds since 1970
     * @param payload and {@code metadata} as they were appended
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Columns(
            String aggregateId,
            long sequence,
            @Nullable String type,
            String eventId,
            long recordedAt,
            String payloadType,
            @Nullable String payloadRevision,
            byte[] payload,
            byte[] metadata) {

        byte[] encoded() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            add(bytes, aggregateId);
            add(bytes, sequence);
            add(bytes, type);
            add(bytes, eventId);
            add(bytes, recordedAt);
            add(bytes, payloadType);
            add(bytes, payloadRevision);
            add(bytes, payload);
            add(bytes, metadata);
            return bytes.toByteArray();
        }

        private static void add(ByteArrayOutputStream bytes, @Nullable String text) {
            add(bytes, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        }

        private static void add(ByteArrayOutputStream bytes, byte @Nullable [] value) {
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(value == null ? -1 : value.length)
                    .array());
            if (value != null) {
                bytes.writeBytes(value);
            }
        }

        private static void add(ByteArrayOutputStream bytes, long number) {
            bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }
    }
}
