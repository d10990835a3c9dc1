package io.daybook.query.notary;

import io.daybook.eventstore.EventLog;
import io.daybook.eventstore.StoredEvent;
import io.daybook.notary.Checkpoint;
import io.daybook.notary.EventRecord;
import io.daybook.notary.ProofCheck;
import io.daybook.notary.Proofs;
import io.daybook.notary.Tile;
import io.daybook.notary.TileBuilder;
import io.daybook.notary.TileNodes;
import io.daybook.notary.TileSource;
import io.daybook.notary.TreeHasher;
import java.util.Arrays;
import java.util.List;

/**
 * The tree as it grows by new events, each of which has to fit its stored hash. What does not fit is a
 * {@link SealRefused}.
 */
final class Growth {

    private final TreeHasher hasher = new TreeHasher();
    private final TileBuilder tiles;

    private Growth(TileBuilder tiles) {
        this.tiles = tiles;
    }

    /** The tree of a checkpoint, grown up to a position; it begins with that very tree. */
    static Growth of(Checkpoint last, TileSource kept, EventLog log, long until) {
        if (last.size() > 0 && !Arrays.equals(new Proofs(new TileNodes(kept)).root(last.size()), last.root())) {
            throw new SealRefused(
                    "The tree that is kept is not the one of the last checkpoint, of size " + last.size());
        }
        Growth growth = new Growth(new TileBuilder(last.size(), kept));
        log.readStored(last.size(), until, growth::add);
        if (growth.tiles.size() != until) {
            throw new SealRefused("The event at position %d is missing".formatted(growth.tiles.size() + 1));
        }
        return growth;
    }

    private void add(StoredEvent event) {
        long position = tiles.size() + 1;
        if (event.position() != position) {
            throw new SealRefused("The event at position %d is missing".formatted(position));
        }
        byte[] hash = new EventRecord(position, event.content(), event.hash()).expectedHash(hasher);
        if (!Arrays.equals(hash, event.hash())) {
            throw new SealRefused("The content of the event at position %d does not fit its hash".formatted(position));
        }
        tiles.append(hasher.leaf(hash));
    }

    /** What is to be signed: a tree that is proven to begin with the one signed before. */
    Checkpoint checkpoint(Checkpoint last) {
        Proofs proofs = new Proofs(new TileNodes(tiles));
        long size = tiles.size();
        byte[] root = proofs.root(size);
        if (last.size() > 0
                && !ProofCheck.consistency(
                        last.size(), last.root(), size, root, proofs.consistency(last.size(), size))) {
            throw new SealRefused("The tree does not begin with that of the last checkpoint, of size " + last.size());
        }
        return new Checkpoint(last.origin(), size, root);
    }

    List<Tile> tiles() {
        return tiles.changed();
    }
}
