package io.daybook.notary;

import java.nio.charset.StandardCharsets;

/**
 * The format of an export, which can be written and read as a stream, and with any language that has SHA-256 and
 * Ed25519:
 *
 * <pre>
 * export     = "daybook-export 1\n" record*
 * record     = kind (1 byte), length (4 bytes), body (so many bytes), CRC-32C of kind, length and body (4 bytes)
 * numbers    = big-endian, unsigned
 *
 * E event       position (8), content, event hash (32); for the content and the hash see {@link EventRecord}
 * L leaves      position of the first (8), then the leaf hashes that were sealed (32 each)
 * C checkpoint  a signed note in UTF-8, see {@link Checkpoint}
 * P proof       from (8), to (8), the hashes (32 each) of the consistency proof from the one size to the other
 * Z end         count of events (8), of checkpoints (8)
 * </pre>
 *
 * Events stand in order, from position 1 on. After each whose position is a multiple of 256, and after the last one,
 * come the leaves of those since the leaves before. After the event at position <i>n</i>, and its leaves if there are
 * any, comes the checkpoint of size <i>n</i> if there is one. Where the last event has no checkpoint of its size, a
 * proof from that size to that of the next checkpoint follows, and that checkpoint. The end stands once, and nothing
 * behind it.
 *
 * <p>So a reader recomputes each event hash from the content and the position, each leaf from the event hash, and the
 * root of the tree at each checkpoint, and compares it with what was signed. The leaves tell which event it was that
 * does not fit.
 */
final class ExportFormat {

    static final byte[] HEADER = "daybook-export 1\n".getBytes(StandardCharsets.US_ASCII);

    static final byte EVENT = 'E';
    static final byte LEAVES = 'L';
    static final byte CHECKPOINT = 'C';
    static final byte PROOF = 'P';
    static final byte END = 'Z';

    /** In evidence alone, see {@link EvidenceWriter}. */
    static final byte INCLUSION = 'I';

    /** The bytes of a record before its body. */
    static final int HEAD_BYTES = 1 + Integer.BYTES;

    /** The bytes of a record after its body. */
    static final int CHECK_BYTES = Integer.BYTES;

    /** The bytes of an event record that are neither content nor record. */
    static final int EVENT_BYTES = Long.BYTES + TreeHasher.HASH_BYTES;

    private ExportFormat() {}
}
