package io.daybook.query.notary;

import io.daybook.notary.Checkpoint;
import io.daybook.notary.CheckpointFile;
import io.daybook.notary.InvalidNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The copy of all checkpoints outside of the database: who rewrites the database does not rewrite it. None where no
 * file is set.
 */
@Component
final class OutsideCopy {

    private static final int AT_ONCE = 1_000;

    private final @Nullable Path path;
    private final CheckpointRows checkpoints;

    OutsideCopy(NotaryProperties properties, CheckpointRows checkpoints) {
        this.path = properties.checkpointFile();
        this.checkpoints = checkpoints;
    }

    /** Throws {@link SealRefused} where the last checkpoint of the file is not one of the database. */
    void check() {
        last().ifPresent(kept -> {
            boolean known = checkpoints
                    .find(kept.size())
                    .filter(stored -> stored.checkpoint().isSameTree(kept))
                    .isPresent();
            if (!known) {
                throw new SealRefused(
                        "The checkpoint of size %d in %s is not one of this database: it was set back, or rewritten"
                                .formatted(kept.size(), path));
            }
        });
    }

    /** Adds to the file the checkpoints that it does not have yet. */
    void catchUp() {
        if (path == null) {
            return;
        }
        CheckpointFile file = new CheckpointFile(path);
        long size = last().map(Checkpoint::size).orElse(0L);
        try {
            List<SealedCheckpoint> missing;
            do {
                missing = checkpoints.between(size, Long.MAX_VALUE, AT_ONCE);
                if (!missing.isEmpty()) {
                    file.add(missing.stream().map(SealedCheckpoint::note).toList());
                    size = missing.getLast().size();
                }
            } while (missing.size() == AT_ONCE);
        } catch (IOException e) {
            throw new UncheckedIOException("Checkpoints cannot be added to " + path, e);
        }
    }

    private Optional<Checkpoint> last() {
        if (path == null) {
            return Optional.empty();
        }
        try {
            return new CheckpointFile(path).last().map(Checkpoint::unverified);
        } catch (InvalidNote broken) {
            throw new SealRefused("%s does not end in a checkpoint: %s".formatted(path, broken.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints in " + path + " cannot be read", e);
        }
    }
}
