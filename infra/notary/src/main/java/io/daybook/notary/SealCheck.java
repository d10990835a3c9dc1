package io.daybook.notary;

import io.daybook.notary.Finding.Kind;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Grows the tree of an export's events, and compares it with each of the checkpoints. For one thread. */
final class SealCheck {

    private final NavigableMap<Long, Checkpoint> witnessed;
    private final CompactRange tree = new CompactRange();
    private @Nullable Checkpoint last;
    private @Nullable ExportRecord proof;
    private long sealed;
    private long checkpoints;
    private boolean ended;

    /**
     * Begins with an empty tree.
     *
     * @param witnessed checkpoints that were kept apart from the log, by their sizes
     */
    SealCheck(NavigableMap<Long, Checkpoint> witnessed) {
        this.witnessed = witnessed;
    }

    /** Goes on with a block; answers what is wrong first. */
    @Nullable Finding follow(CheckedBlock checked) {
        Block block = checked.block();
        Iterator<Opened> opened = checked.opened().iterator();
        int added = 0;
        if (checked.subtree() != null && !isWitnessedWithin()) {
            tree.append(Tile.HEIGHT, checked.subtree());
            added = Tile.WIDTH;
            Finding finding = compareWithWitness(block.events().getLast());
            if (finding != null) {
                return finding;
            }
        }
        for (Block.Mark mark : block.marks()) {
            boolean reached = mark.after() <= checked.leaves().length;
            Finding finding = append(checked, added, reached ? mark.after() : checked.leaves().length);
            added = Math.max(added, mark.after());
            // an event that is missing at the end of the block is so before what stands behind it
            if (finding == null
                    && (!reached
                            || (checked.finding() != null
                                    && mark.after() == block.events().size()))) {
                finding = checked.finding();
            }
            if (finding == null) {
                finding = mark(mark.found(), opened);
            }
            if (finding != null) {
                return finding;
            }
        }
        Finding finding = append(checked, added, checked.leaves().length);
        if (finding != null) {
            return finding;
        }
        return checked.finding() == null ? block.problem() : checked.finding();
    }

    private @Nullable Finding append(CheckedBlock checked, int from, int to) {
        for (int i = from; i < to; i++) {
            tree.append(checked.leaves()[i]);
            Finding finding = compareWithWitness(checked.block().events().get(i));
            if (finding != null) {
                return finding;
            }
        }
        return null;
    }

    private boolean isWitnessedWithin() {
        return !witnessed
                .subMap(tree.size(), false, tree.size() + Tile.WIDTH, false)
                .isEmpty();
    }

    private @Nullable Finding compareWithWitness(ExportRecord event) {
        Checkpoint kept = witnessed.get(tree.size());
        return kept == null || Arrays.equals(kept.root(), tree.root())
                ? null
                : new Finding(
                        Kind.NOT_AS_SIGNED,
                        sealed + 1,
                        event.offset(),
                        "The events from %d to %d are not those of the checkpoint of size %d that was kept apart"
                                .formatted(sealed + 1, tree.size(), tree.size()));
    }

    Verdict verdict(@Nullable Finding finding) {
        return new Verdict(tree.size(), checkpoints, last, finding);
    }

    private @Nullable Finding mark(ExportRecord found, Iterator<Opened> opened) {
        if (ended) {
            return finding(Kind.DAMAGED, found, "A record stands behind the end");
        }
        return switch (found.kind()) {
            case ExportFormat.CHECKPOINT -> checkpoint(found, opened.next());
            case ExportFormat.PROOF -> proof(found);
            default -> end(found);
        };
    }

    private @Nullable Finding checkpoint(ExportRecord found, Opened opened) {
        Checkpoint checkpoint = opened.checkpoint();
        if (checkpoint == null) {
            return finding(Kind.UNTRUSTED, found, opened.problem());
        }
        if (!found.isWhole()) {
            return finding(
                    Kind.DAMAGED,
                    found,
                    "The record of the checkpoint of size %d is damaged".formatted(checkpoint.size()));
        }
        if (last != null && !last.origin().equals(checkpoint.origin())) {
            return finding(Kind.UNTRUSTED, found, "The checkpoint is of another log, " + checkpoint.origin());
        }
        if (proof == null && checkpoint.size() > tree.size()) {
            return new Finding(
                    Kind.OUT_OF_ORDER,
                    tree.size() + 1,
                    found.offset(),
                    "The events from %d to %d are missing before their checkpoint"
                            .formatted(tree.size() + 1, checkpoint.size()));
        }
        if (sealed >= tree.size()) {
            return finding(
                    Kind.OUT_OF_ORDER,
                    found,
                    "The checkpoint of size %d stands behind another of size %d".formatted(checkpoint.size(), sealed));
        }
        boolean fits = proof == null ? isOfTheTree(checkpoint) : continues(checkpoint, proof);
        if (!fits) {
            return notAsSigned(checkpoint, found);
        }
        sealed = tree.size();
        last = checkpoint;
        checkpoints++;
        return null;
    }

    private boolean isOfTheTree(Checkpoint checkpoint) {
        return checkpoint.size() == tree.size() && Arrays.equals(checkpoint.root(), tree.root());
    }

    private boolean continues(Checkpoint checkpoint, ExportRecord found) {
        return found.body().getLong(Long.BYTES) == checkpoint.size()
                && ProofCheck.consistency(
                        tree.size(), tree.root(), checkpoint.size(), checkpoint.root(), found.hashes(2 * Long.BYTES));
    }

    private Finding notAsSigned(Checkpoint checkpoint, ExportRecord found) {
        if (proof == null && checkpoint.size() < tree.size()) {
            return finding(
                    Kind.OUT_OF_ORDER,
                    found,
                    "A checkpoint of size %d stands behind the event of position %d"
                            .formatted(checkpoint.size(), tree.size()));
        }
        return new Finding(
                Kind.NOT_AS_SIGNED,
                sealed + 1,
                found.offset(),
                "The events from %d to %d are not those that were signed: the checkpoint of size %d has another root"
                        .formatted(sealed + 1, tree.size(), checkpoint.size()));
    }

    private @Nullable Finding proof(ExportRecord found) {
        boolean whole = found.isWhole()
                && found.bodyLength() >= 2 * Long.BYTES
                && (found.bodyLength() - 2 * Long.BYTES) % TreeHasher.HASH_BYTES == 0;
        if (!whole || proof != null || found.firstNumber() != tree.size()) {
            return finding(Kind.DAMAGED, found, "The proof that leads to the next checkpoint is damaged or misplaced");
        }
        proof = found;
        return null;
    }

    private @Nullable Finding end(ExportRecord found) {
        ended = true;
        ByteBuffer body = found.body();
        if (!found.isWhole() || found.bodyLength() != 2 * Long.BYTES) {
            return finding(Kind.DAMAGED, found, "The end of the export is damaged");
        }
        if (body.getLong() != tree.size() || body.getLong() != checkpoints) {
            return finding(
                    Kind.INCOMPLETE,
                    found,
                    "The export says at its end that it has %d events and %d checkpoints, and has %d and %d"
                            .formatted(body.getLong(0), body.getLong(Long.BYTES), tree.size(), checkpoints));
        }
        if (sealed < tree.size() || last == null) {
            return new Finding(
                    Kind.NOT_SEALED,
                    sealed + 1,
                    found.offset(),
                    "No checkpoint covers the events from %d on".formatted(sealed + 1));
        }
        return null;
    }

    private Finding finding(Kind kind, ExportRecord found, String words) {
        return new Finding(kind, tree.size(), found.offset(), words);
    }
}
