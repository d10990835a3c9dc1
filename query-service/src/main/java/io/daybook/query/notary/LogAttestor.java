package io.daybook.query.notary;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.eventstore.StoredEvent;
import io.daybook.notary.Proofs;
import io.daybook.notary.Statement;
import io.daybook.notary.TileNodes;
import io.daybook.query.platform.Refusal;
import io.daybook.query.platform.attestation.Attestor;
import io.daybook.query.platform.attestation.SealedEvent;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Attests by what the notary keeps and signs with. */
@Component
final class LogAttestor implements Attestor {

    private final PostgresEventStorageEngine engine;
    private final Checkpoints checkpoints;
    private final TileRows tiles;
    private final Signers signers;

    LogAttestor(PostgresEventStorageEngine engine, Checkpoints checkpoints, TileRows tiles, Signers signers) {
        this.engine = engine;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.signers = signers;
    }

    @Override
    public String origin() {
        return signers.origin();
    }

    @Override
    public SealedEvent sealed(long position) {
        checkpoints.sealedSize(position, "position");
        SealedCheckpoint latest = checkpoints.latest();
        List<StoredEvent> stored = new ArrayList<>();
        engine.log().readStored(position - 1, position, stored::add);
        return new SealedEvent(
                position,
                ProofView.text(stored.getFirst().hash()),
                latest.size(),
                latest.checkpoint().rootText(),
                ProofView.texts(new Proofs(new TileNodes(tiles)).inclusion(position - 1, latest.size())));
    }

    @Override
    public String signed(String text) {
        if (signers.verifier().isEmpty()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "NOTARY_HAS_NO_KEY",
                    "This instance has no key to sign with; give it one by daybook.notary.key-file");
        }
        return signers.sign(new Statement(text));
    }
}
