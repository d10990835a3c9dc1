package io.daybook.query.notary;

import io.daybook.notary.Checkpoint;
import java.time.Instant;

/**
 * A checkpoint that was signed.
 *
 * @param note as it was signed
 */
record SealedCheckpoint(Checkpoint checkpoint, String note, Instant signedAt) {

    long size() {
        return checkpoint.size();
    }
}
