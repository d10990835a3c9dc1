package io.daybook.notary;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/** Writes an export, see {@link ExportFormat}; in constant memory. The caller keeps to the order of the records. */
public final class ExportWriter {

    private final OutputStream out;
    private long events;
    private long checkpoints;

    /** Begins an export on a stream, which had better be buffered; the caller closes it. */
    public ExportWriter(OutputStream out) throws IOException {
        this.out = out;
        out.write(ExportFormat.HEADER);
    }

    public void event(EventRecord event) throws IOException {
        write(ExportFormat.EVENT, event.bytes());
        events++;
    }

    /**
     * The leaves that were sealed of the last events.
     *
     * @param first the position of the first
     * @param leaves one after another
     */
    public void leaves(long first, byte[] leaves) throws IOException {
        write(
                ExportFormat.LEAVES,
                ByteBuffer.allocate(Long.BYTES + leaves.length)
                        .putLong(first)
                        .put(leaves)
                        .array());
    }

    public void checkpoint(String note) throws IOException {
        write(ExportFormat.CHECKPOINT, note.getBytes(StandardCharsets.UTF_8));
        checkpoints++;
    }

    /** The proof that leads from the last event to the next checkpoint. */
    public void consistency(long from, long to, List<byte[]> proof) throws IOException {
        ByteBuffer body = ByteBuffer.allocate(2 * Long.BYTES + proof.size() * TreeHasher.HASH_BYTES);
        body.putLong(from).putLong(to);
        proof.forEach(body::put);
        write(ExportFormat.PROOF, body.array());
    }

    /** Ends the export. One without an end is not whole. */
    public void end() throws IOException {
        write(
                ExportFormat.END,
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(events)
                        .putLong(checkpoints)
                        .array());
        out.flush();
    }

    private void write(byte kind, byte[] bytes) throws IOException {
        write(out, kind, bytes);
    }

    static void write(OutputStream out, byte kind, byte[] bytes) throws IOException {
        byte[] head = ByteBuffer.allocate(ExportFormat.HEAD_BYTES)
                .put(kind)
                .putInt(bytes.length)
                .array();
        CRC32C crc = new CRC32C();
        crc.update(head);
        crc.update(bytes);
        out.write(head);
        out.write(bytes);
        out.write(ByteBuffer.allocate(ExportFormat.CHECK_BYTES)
                .putInt((int) crc.getValue())
                .array());
    }
}
