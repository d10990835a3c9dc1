package io.daybook.query.notary;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.eventstore.StoredEvent;
import io.daybook.notary.EventRecord;
import io.daybook.notary.ExportWriter;
import io.daybook.notary.Proofs;
import io.daybook.notary.Tile;
import io.daybook.notary.TileNodes;
import io.daybook.notary.TreeHasher;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * One export of the log, from its first event on. Reads tiles and checkpoints some at a time, so its memory is
 * constant.
 */
final class EventExport {

    private static final int TILES_AT_ONCE = 64;
    private static final int CHECKPOINTS_AT_ONCE = 500;

    private final PostgresEventStorageEngine engine;
    private final TileRows tiles;
    private final CheckpointRows checkpoints;
    private final long until;
    private final ExportWriter writer;
    private Map<Long, byte[]> leaves = Map.of();
    private Iterator<SealedCheckpoint> ahead = List.<SealedCheckpoint>of().iterator();
    private SealedCheckpoint next;

    private EventExport(
            PostgresEventStorageEngine engine,
            TileRows tiles,
            CheckpointRows checkpoints,
            SealedCheckpoint first,
            long until,
            OutputStream out)
            throws IOException {
        this.engine = engine;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.next = first;
        this.until = until;
        this.writer = new ExportWriter(out);
    }

    /**
     * Writes an export; without its end, where it fails on its way.
     *
     * @param until the last position wanted; sealed
     */
    static void write(
            PostgresEventStorageEngine engine, TileRows tiles, CheckpointRows checkpoints, long until, OutputStream out)
            throws IOException {
        SealedCheckpoint first = checkpoints.firstFrom(1).orElseThrow();
        EventExport export = new EventExport(engine, tiles, checkpoints, first, until, out);
        try {
            export.write();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write() throws IOException {
        engine.log().readStored(0, until, this::event);
        // the next checkpoint is now the first one that is not behind the last event
        if (next.size() > until) {
            List<byte[]> proof = new Proofs(new TileNodes(tiles)).consistency(until, next.size());
            writer.consistency(until, next.size(), proof);
            writer.checkpoint(next.note());
        }
        writer.end();
    }

    private void event(StoredEvent event) {
        long position = event.position();
        try {
            writer.event(new EventRecord(position, event.content(), event.hash()));
            if (position % Tile.WIDTH == 0 || position == until) {
                leavesUpTo(position);
            }
            if (position == next.size()) {
                writer.checkpoint(next.note());
                if (position < until) {
                    advance();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void leavesUpTo(long position) throws IOException {
        long index = (position - 1) / Tile.WIDTH;
        if (!leaves.containsKey(index)) {
            leaves = tiles.leaves(index, TILES_AT_ONCE);
        }
        long first = index * Tile.WIDTH + 1;
        byte[] tile = leaves.getOrDefault(index, new byte[0]);
        int wanted = (int) (position - first + 1) * TreeHasher.HASH_BYTES;
        writer.leaves(first, Arrays.copyOf(tile, Math.min(tile.length, wanted)));
    }

    private void advance() {
        if (!ahead.hasNext()) {
            ahead = checkpoints
                    .between(next.size(), Long.MAX_VALUE, CHECKPOINTS_AT_ONCE)
                    .iterator();
        }
        next = ahead.next();
    }
}
