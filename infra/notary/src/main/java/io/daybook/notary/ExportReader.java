package io.daybook.notary;

import io.daybook.notary.Finding.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads an export block by block, and tells where it ceases to be one. */
final class ExportReader {

    private static final int MOST_EVENTS = 4 * Tile.WIDTH;

    private final InputStream in;
    private long offset;
    private @Nullable ExportRecord pending;
    private boolean over;

    ExportReader(InputStream in) {
        this.in = in;
    }

    /** How many bytes were read. */
    long offset() {
        return offset;
    }

    boolean isOver() {
        return over;
    }

    /** Whether the file begins as it should. */
    boolean readHeader() throws IOException {
        byte[] header = in.readNBytes(ExportFormat.HEADER.length);
        offset += header.length;
        return Arrays.equals(header, ExportFormat.HEADER);
    }

    /**
     * The next block. The one that ends the export, or has a problem, is the last.
     *
     * @param first the position of its first event
     */
    Block next(long first) throws IOException {
        Block block = new Block(first);
        while (!over && block.problem() == null) {
            long at = offset;
            ExportRecord found = pending == null ? read(block) : pending;
            pending = null;
            if (found == null) {
                break;
            }
            if (found.kind() == ExportFormat.EVENT && block.leaves() != null && block.isFull()) {
                pending = found;
                return block;
            }
            add(block, found, at);
        }
        over = true;
        return block;
    }

    private void add(Block block, ExportRecord found, long at) throws IOException {
        switch (found.kind()) {
            case ExportFormat.EVENT -> {
                // some more than it can have are read, to tell which one was put in
                if (block.leaves() != null || block.events().size() == MOST_EVENTS) {
                    block.endsWith(Kind.DAMAGED, at, "The leaves of the events before are not in their place");
                } else {
                    block.event(found);
                }
            }
            case ExportFormat.LEAVES -> {
                if (block.leaves() == null) {
                    block.leaves(found);
                } else {
                    block.endsWith(Kind.DAMAGED, at, "The leaves of the events before stand twice");
                }
            }
            case ExportFormat.CHECKPOINT, ExportFormat.PROOF -> block.mark(found);
            case ExportFormat.END -> end(block, found);
            default -> block.endsWith(Kind.DAMAGED, at, "A record of unknown kind " + Byte.toUnsignedInt(found.kind()));
        }
    }

    private void end(Block block, ExportRecord found) throws IOException {
        block.mark(found);
        over = true;
        if (isMore()) {
            block.endsWith(Kind.INCOMPLETE, offset, "Something stands behind the end of the export");
        }
    }

    /** Whether something follows; it is then read away. */
    boolean isMore() throws IOException {
        return in.read() >= 0;
    }

    /** The next record; null where there is none, and the block knows why. */
    @Nullable ExportRecord read(Block block) throws IOException {
        long begin = offset;
        byte[] head = in.readNBytes(ExportFormat.HEAD_BYTES);
        offset += head.length;
        if (head.length < ExportFormat.HEAD_BYTES) {
            block.endsWith(Kind.INCOMPLETE, begin, "The export ends here, without its end: it was cut off");
            return null;
        }
        int length = ByteBuffer.wrap(head).getInt(1);
        if (length < 0 || length > Integer.MAX_VALUE - ExportFormat.HEAD_BYTES - ExportFormat.CHECK_BYTES) {
            block.endsWith(Kind.DAMAGED, begin, "A record says that it has %d bytes".formatted(length));
            return null;
        }
        byte[] rest = in.readNBytes(length + ExportFormat.CHECK_BYTES);
        offset += rest.length;
        if (rest.length < length + ExportFormat.CHECK_BYTES) {
            block.endsWith(
                    Kind.INCOMPLETE, begin, "The file ends within a record: it was cut off, or the record is damaged");
            return null;
        }
        byte[] bytes = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, bytes, head.length, rest.length);
        return new ExportRecord(begin, bytes);
    }
}
