package io.daybook.notary;

import io.daybook.notary.Finding.Kind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block whose events were looked at, each for itself.
 *
 * @param leaves of the events that are in order, from the first on
 * @param subtree the root above all of them, where they fill a tile
 * @param finding what is wrong with the event behind them
 * @param opened the checkpoints among its marks, in order
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record CheckedBlock(
        Block block,
        byte[][] leaves,
        byte @Nullable [] subtree,
        @Nullable Finding finding,
        List<Opened> opened) {

    static CheckedBlock of(Block block, VerifierKeys keys) {
        return new Checking(block)
                .checked(block.marks().stream()
                        .map(Block.Mark::found)
                        .filter(found -> found.kind() == ExportFormat.CHECKPOINT)
                        .map(found -> Opened.of(found, keys))
                        .toList());
    }

    /** One block's check. */
    private static final class Checking {

        private final Block block;
        private final TreeHasher hasher = new TreeHasher();
        private final @Nullable ExportRecord sealed;
        private final byte[][] leaves;
        private final int sealedCount;
        private int count;

        Checking(Block block) {
            this.block = block;
            this.sealed = block.leaves();
            this.sealedCount = sealedCount(block);
            this.leaves = new byte[block.events().size()][];
        }

        CheckedBlock checked(List<Opened> opened) {
            for (ExportRecord event : block.events()) {
                Finding finding = check(event);
                if (finding != null) {
                    return new CheckedBlock(block, Arrays.copyOf(leaves, count), null, finding, opened);
                }
                count++;
            }
            Finding atEnd = checkEnd();
            return new CheckedBlock(block, leaves, atEnd == null ? subtree() : null, atEnd, opened);
        }

        private @Nullable Finding checkEnd() {
            if (sealedCount > count) {
                return new Finding(Kind.OUT_OF_ORDER, block.next(), offset(), "The event is missing");
            }
            boolean wanted = sealed != null || (block.problem() == null && count > 0);
            return wanted && sealedCount < 0
                    ? new Finding(
                            Kind.DAMAGED,
                            block.first(),
                            offset(),
                            "The sealed leaves of the events from %d to %d are damaged or missing"
                                    .formatted(block.first(), block.next() - 1))
                    : null;
        }

        private long offset() {
            return sealed == null ? block.events().getLast().offset() : sealed.offset();
        }

        /** How many leaves were sealed of the block; -1 where that cannot be told. */
        private static int sealedCount(Block block) {
            ExportRecord sealed = block.leaves();
            int bytes = sealed == null ? -1 : sealed.bodyLength() - Long.BYTES;
            return sealed != null
                            && bytes >= 0
                            && bytes % TreeHasher.HASH_BYTES == 0
                            && bytes <= Tile.WIDTH * TreeHasher.HASH_BYTES
                            && sealed.firstNumber() == block.first()
                            && sealed.isWhole()
                    ? bytes / TreeHasher.HASH_BYTES
                    : -1;
        }

        private byte @Nullable [] subtree() {
            return block.isFull() && block.isUndivided() ? hasher.perfect(joined(), 0, Tile.WIDTH) : null;
        }

        private byte[] joined() {
            byte[] joined = new byte[leaves.length * TreeHasher.HASH_BYTES];
            for (int i = 0; i < leaves.length; i++) {
                System.arraycopy(leaves[i], 0, joined, i * TreeHasher.HASH_BYTES, TreeHasher.HASH_BYTES);
            }
            return joined;
        }

        private @Nullable Finding check(ExportRecord event) {
            long position = block.first() + count;
            if (event.bodyLength() < ExportFormat.EVENT_BYTES) {
                return finding(Kind.DAMAGED, event, "The record of the event is too short");
            }
            if (event.firstNumber() != position) {
                return event.isWhole()
                        ? finding(
                                Kind.OUT_OF_ORDER,
                                event,
                                event.firstNumber() > position
                                        ? "The event is missing; that of position %d follows the one before"
                                                .formatted(event.firstNumber())
                                        : "The event of position %d stands here, where another should"
                                                .formatted(event.firstNumber()))
                        : finding(Kind.DAMAGED, event, "The record of the event is damaged");
            }
            byte[] hash = hasher.event(
                    position,
                    event.bytes(),
                    ExportFormat.HEAD_BYTES + Long.BYTES,
                    event.bodyLength() - ExportFormat.EVENT_BYTES);
            int end = ExportFormat.HEAD_BYTES + event.bodyLength();
            if (!Arrays.equals(hash, 0, hash.length, event.bytes(), end - TreeHasher.HASH_BYTES, end)) {
                return finding(Kind.CHANGED, event, "The content of the event does not fit its hash");
            }
            if (!event.isWhole()) {
                return finding(Kind.DAMAGED, event, "The record of the event is damaged, though not its content");
            }
            if (count == sealedCount) {
                return finding(Kind.OUT_OF_ORDER, event, "The event was put in: it is none of those that were sealed");
            }
            leaves[count] = hasher.leaf(hash);
            return sealedCount >= 0 && !isSealed(leaves[count])
                    ? finding(
                            Kind.REWRITTEN,
                            event,
                            "The event is not the one that was sealed, though its content fits its own hash")
                    : null;
        }

        private boolean isSealed(byte[] leaf) {
            if (sealed == null) {
                return false;
            }
            int at = ExportFormat.HEAD_BYTES + Long.BYTES + count * TreeHasher.HASH_BYTES;
            return Arrays.equals(leaf, 0, leaf.length, sealed.bytes(), at, at + leaf.length);
        }

        private Finding finding(Kind kind, ExportRecord event, String words) {
            return new Finding(kind, block.first() + count, event.offset(), words);
        }
    }
}
