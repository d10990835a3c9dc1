package io.daybook.notary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A record of an export as it was read: kind, length, body and check.
 *
 * @param offset where it begins in the file
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record ExportRecord(long offset, byte[] bytes) {

    byte kind() {
        return bytes[0];
    }

    int bodyLength() {
        return bytes.length - ExportFormat.HEAD_BYTES - ExportFormat.CHECK_BYTES;
    }

    ByteBuffer body() {
        return ByteBuffer.wrap(bytes, ExportFormat.HEAD_BYTES, bodyLength()).slice();
    }

    /** Whether it is as it was written. */
    boolean isWhole() {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - ExportFormat.CHECK_BYTES);
        return (int) crc.getValue() == ByteBuffer.wrap(bytes).getInt(bytes.length - ExportFormat.CHECK_BYTES);
    }

    /** The first number of the body; -1 where it is too short. */
    long firstNumber() {
        return bodyLength() < Long.BYTES ? -1 : body().getLong(0);
    }

    /** The event that it holds; for a record of that kind that is whole. */
    EventRecord event() {
        ByteBuffer body = body();
        long at = body.getLong();
        byte[] content = new byte[bodyLength() - ExportFormat.EVENT_BYTES];
        byte[] hash = new byte[TreeHasher.HASH_BYTES];
        body.get(content).get(hash);
        return new EventRecord(at, content, hash);
    }

    /** The body as a text; not one that was decoded loosely, as it would not be the text that was signed. */
    String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(body()).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidNote("The checkpoint is not UTF-8", e);
        }
    }

    /** The hashes behind so many bytes of the body. */
    List<byte[]> hashes(int from) {
        ByteBuffer rest = body().position(from);
        List<byte[]> hashes = new ArrayList<>();
        while (rest.remaining() >= TreeHasher.HASH_BYTES) {
            byte[] hash = new byte[TreeHasher.HASH_BYTES];
            rest.get(hash);
            hashes.add(hash);
        }
        return hashes;
    }
}
