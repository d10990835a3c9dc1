package io.daybook.query.notary;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.notary.Checkpoint;
import io.daybook.notary.InvalidNote;
import io.daybook.notary.TreeHasher;
import io.daybook.notary.VerifierKey;
import io.daybook.notary.VerifierKeys;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the log: adds the new events to the tree and signs a checkpoint of it. It signs nothing that is not consistent
 * with what it signed before, here and in the copy outside; what does not fit is a {@link SealRefused}, and the last
 * word until somebody has looked.
 */
@Component
final class Notary {

    private static final Logger logger = LoggerFactory.getLogger(Notary.class);

    private final PostgresEventStorageEngine engine;
    private final TileRows tiles;
    private final CheckpointRows checkpoints;
    private final KeyRows keys;
    private final Signers signers;
    private final OutsideCopy outside;
    private final NotaryLock lock;
    private final TransactionTemplate transaction;
    private final NotaryProperties properties;
    private volatile @Nullable String lastSigned;
    private volatile long sealed = -1;
    private volatile @Nullable String problem;

    Notary(
            PostgresEventStorageEngine engine,
            TileRows tiles,
            CheckpointRows checkpoints,
            KeyRows keys,
            Signers signers,
            OutsideCopy outside,
            NotaryLock lock,
            TransactionTemplate transaction,
            NotaryProperties properties) {
        this.engine = engine;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.signers = signers;
        this.outside = outside;
        this.lock = lock;
        this.transaction = transaction;
        this.properties = properties;
    }

    /** Whether there is a key to sign with. */
    boolean canSign() {
        return signers.verifier().isPresent();
    }

    /** How many events this instance knows to be sealed; -1 before it has looked. */
    long sealed() {
        return sealed;
    }

    /** Why nothing is signed; null where the last attempt went well. */
    @Nullable String problem() {
        return problem;
    }

    /** Seals some of the events that are not sealed; answers how many of all are by now. */
    long sealSome() {
        return attempt(engine.head());
    }

    /** Seals all that there is now. */
    void sealAll() {
        long head = engine.head();
        long done = attempt(head);
        while (done < head) {
            done = attempt(head);
        }
    }

    private long attempt(long head) {
        try {
            long done = lock.alone(() -> readable(head));
            sealed = done;
            problem = null;
            return done;
        } catch (SealRefused refused) {
            String words = String.valueOf(refused.getMessage());
            if (!words.equals(problem)) {
                logger.error("Nothing is sealed any more. {}", words);
            }
            problem = words;
            throw refused;
        }
    }

    private long readable(long head) {
        try {
            return seal(head);
        } catch (InvalidNote broken) {
            throw new SealRefused("A checkpoint in the database cannot be read: " + broken.getMessage());
        }
    }

    private long seal(long head) {
        outside.check();
        Optional<SealedCheckpoint> before = checkpoints.last();
        Checkpoint last = before.map(this::trusted)
                .orElseGet(() -> new Checkpoint(signers.origin(), 0, new TreeHasher().empty()));
        long until = Math.min(head, last.size() + properties.mostPerSeal());
        if (until > last.size()) {
            Growth growth = Growth.of(last, tiles, engine.log(), until);
            keep(growth, growth.checkpoint(last));
        } else if (engine.head() < last.size()) {
            throw new SealRefused("The log has %d events, and %d were sealed".formatted(engine.head(), last.size()));
        }
        outside.catchUp();
        return Math.max(until, last.size());
    }

    /**
     * The tables of the notary could have been rewritten, but nobody else signs with its keys; what it signed itself it
     * knows.
     */
    private Checkpoint trusted(SealedCheckpoint last) {
        if (last.note().equals(lastSigned)) {
            return last.checkpoint();
        }
        List<VerifierKey> known = Stream.of(
                        signers.verifier().stream(),
                        signers.formerVerifier().stream(),
                        keys.all().stream().map(KeyRows.Used::key))
                .flatMap(key -> key)
                .toList();
        try {
            Checkpoint checkpoint = new VerifierKeys(known).open(last.note());
            if (!checkpoint.origin().equals(signers.origin())) {
                throw new SealRefused("The log was sealed as %s, and daybook.notary.origin is now %s"
                        .formatted(checkpoint.origin(), signers.origin()));
            }
            return checkpoint;
        } catch (InvalidNote untrusted) {
            throw new SealRefused("The last checkpoint cannot be trusted: " + untrusted.getMessage());
        }
    }

    private void keep(Growth growth, Checkpoint checkpoint) {
        VerifierKey key = signers.verifier().orElseThrow();
        boolean first = !keys.last().equals(Optional.of(key));
        String note = signers.sign(checkpoint, first);
        transaction.executeWithoutResult(_ -> {
            tiles.save(growth.tiles());
            checkpoints.add(checkpoint, note);
            if (first) {
                keys.add(key, checkpoint.size());
            }
        });
        lastSigned = note;
    }
}
