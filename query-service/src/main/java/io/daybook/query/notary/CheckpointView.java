package io.daybook.query.notary;

import java.time.Instant;

/**
 * A checkpoint as it is shown.
 *
 * @param size how many events it covers; also the position of the last
 * @param root of the tree, in Base64
 * @param note as it was signed
 */
record CheckpointView(long size, String root, Instant signedAt, String note) {

    static CheckpointView of(SealedCheckpoint sealed) {
        return new CheckpointView(sealed.size(), sealed.checkpoint().rootText(), sealed.signedAt(), sealed.note());
    }
}
