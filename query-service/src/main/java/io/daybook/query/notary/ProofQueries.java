package io.daybook.query.notary;

import io.daybook.api.InvalidValue;
import io.daybook.notary.Proofs;
import io.daybook.notary.TileNodes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proofs from the tree that is kept; each reads a few tiles. */
@Component
final class ProofQueries {

    private final TileRows tiles;
    private final Checkpoints checkpoints;
    private final CheckpointRows rows;

    ProofQueries(TileRows tiles, Checkpoints checkpoints, CheckpointRows rows) {
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.rows = rows;
    }

    ProofView.Inclusion inclusion(long position, @Nullable Long askedSize) {
        long size = checkpoints.sealedSize(askedSize, "size");
        if (position < 1) {
            throw new InvalidValue("position", "must be 1 or more");
        }
        if (position > size) {
            if (askedSize == null) {
                checkpoints.sealedSize(position, "position");
            }
            throw new InvalidValue("position", "must not be above the size, which is " + size);
        }
        TileNodes nodes = new TileNodes(tiles);
        Proofs proofs = new Proofs(nodes);
        return new ProofView.Inclusion(
                position,
                size,
                position - 1,
                ProofView.text(nodes.hash(0, position - 1)),
                ProofView.texts(proofs.inclusion(position - 1, size)),
                ProofView.text(proofs.root(size)),
                rows.find(size).map(SealedCheckpoint::note).orElse(null));
    }

    ProofView.Consistency consistency(long from, @Nullable Long askedTo) {
        long to = checkpoints.sealedSize(askedTo, "to");
        if (from < 1 || from > to) {
            throw new InvalidValue("from", "must be 1 to " + to);
        }
        Proofs proofs = new Proofs(new TileNodes(tiles));
        return new ProofView.Consistency(
                from,
                to,
                ProofView.texts(proofs.consistency(from, to)),
                ProofView.text(proofs.root(from)),
                ProofView.text(proofs.root(to)));
    }
}
