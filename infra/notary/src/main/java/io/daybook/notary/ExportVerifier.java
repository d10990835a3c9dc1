package io.daybook.notary;

import io.daybook.notary.Finding.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Verifies an export with nothing but public keys: recomputes every event hash from what the event says, the root of
 * the tree at each checkpoint, and checks the signatures. It stops at the first thing that is wrong and says where it
 * is. Events are hashed on all processors, block by block; memory is constant.
 */
public final class ExportVerifier {

    private static final int BUFFER = 1 << 20;
    private static final int BLOCKS_AHEAD_PER_THREAD = 32;

    private final VerifierKeys keys;
    private final NavigableMap<Long, Checkpoint> witnessed = new TreeMap<>();

    public ExportVerifier(VerifierKeys keys) {
        this.keys = keys;
    }

    /**
     * Compares the export with checkpoints, too, that somebody kept apart from the log: who rewrote the log and holds
     * its key would have signed others.
     *
     * @throws InvalidNote where one is not signed by a known key
     */
    public ExportVerifier witnessedBy(List<String> notes) {
        notes.stream().map(keys::open).forEach(checkpoint -> witnessed.put(checkpoint.size(), checkpoint));
        return this;
    }

    /**
     * Verifies an export.
     *
     * @param progress is told now and then how many bytes were read
     */
    public Verdict verify(InputStream export, LongConsumer progress) throws IOException {
        ExportReader reader = new ExportReader(new BufferedInputStream(export, BUFFER));
        SealCheck seals = new SealCheck(witnessed);
        if (!reader.readHeader()) {
            return seals.verdict(
                    new Finding(Kind.NOT_AN_EXPORT, 0, 0, "The file does not begin as an export of version 1 does"));
        }
        int threads = Runtime.getRuntime().availableProcessors();
        Deque<Future<CheckedBlock>> ahead = new ArrayDeque<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Finding finding = null;
            long position = 1;
            while (finding == null && (!reader.isOver() || !ahead.isEmpty())) {
                if (reader.isOver() || ahead.size() == threads * BLOCKS_AHEAD_PER_THREAD) {
                    finding = seals.follow(checked(ahead.removeFirst()));
                    progress.accept(reader.offset());
                } else {
                    Block block = reader.next(position);
                    position = block.next();
                    ahead.add(pool.submit(() -> CheckedBlock.of(block, keys)));
                }
            }
            pool.shutdownNow();
            return seals.verdict(finding);
        }
    }

    private static CheckedBlock checked(Future<CheckedBlock> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A block could not be checked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
