package io.daybook.notary;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes evidence: some events of a log, and for each the proof that it is in the tree of one signed checkpoint. The
 * format is that of an export, see {@link ExportFormat}, but for this:
 *
 * <pre>
 * evidence   = "daybook-evidence 1\n" C (E I)* Z
 *
 * I inclusion   the hashes (32 each) of the inclusion proof of the event before, to the root of the checkpoint
 * </pre>
 */
public final class EvidenceWriter {

    static final byte[] HEADER = "daybook-evidence 1\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private long events;

    /** Begins evidence on a stream, which the caller closes. */
    public EvidenceWriter(OutputStream out, String checkpoint) throws IOException {
        this.out = out;
        out.write(HEADER);
        ExportWriter.write(out, ExportFormat.CHECKPOINT, checkpoint.getBytes(StandardCharsets.UTF_8));
    }

    /** An event, later than the one before, and its inclusion proof. */
    public void event(EventRecord event, List<byte[]> inclusion) throws IOException {
        ExportWriter.write(out, ExportFormat.EVENT, event.bytes());
        ByteBuffer hashes = ByteBuffer.allocate(inclusion.size() * TreeHasher.HASH_BYTES);
        inclusion.forEach(hashes::put);
        ExportWriter.write(out, ExportFormat.INCLUSION, hashes.array());
        events++;
    }

    /** Ends the evidence. */
    public void end() throws IOException {
        ExportWriter.write(
                out,
                ExportFormat.END,
                ByteBuffer.allocate(2 * Long.BYTES).putLong(events).putLong(1).array());
        out.flush();
    }
}
