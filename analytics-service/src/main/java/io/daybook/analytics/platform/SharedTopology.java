package io.daybook.analytics.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A topology whose partitions several instances share, any of which answers for all. The parts of an answer are taken
 * only where each partition was read once: one that is just moving, is with nobody, or is with two is waited for, a
 * short time, and then the answer is {@link NotReady} with the reason; it is never a guess.
 */
public final class SharedTopology {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final StreamsRuntime runtime;
    private final Peers peers;
    private final OwnAddress own;

    SharedTopology(StreamsRuntime runtime, Peers peers, OwnAddress own) {
        this.runtime = runtime;
        this.peers = peers;
        this.own = own;
    }

    /**
     * The parts that make up the whole answer to a question.
     *
     * @param here asks this instance
     * @param path where other instances take the question, as JSON, and give their part
     */
    public <P extends Part> List<P> ask(Supplier<P> here, String path, Object question, Class<P> type) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return askOnce(here, path, question, type);
            } catch (NotReady e) {
                if (System.nanoTime() > deadline || runtime.isWaiting()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private <P extends Part> List<P> askOnce(Supplier<P> here, String path, Object question, Class<P> type) {
        int partitions = runtime.partitions();
        P mine = here.get();
        if (mine.partitions().size() == partitions) {
            return List.of(mine);
        }
        List<P> parts = new ArrayList<>();
        parts.add(mine);
        Set<String> others = runtime.owners().others(own.hostAndPort());
        if (!others.isEmpty()) {
            parts.addAll(peers.ask(others, path, question, type));
        }
        obstacleOf(parts, partitions).ifPresent(reason -> {
            throw new NotReady(reason);
        });
        return parts;
    }

    private Optional<String> obstacleOf(List<? extends Part> parts, int partitions) {
        BitSet read = new BitSet(partitions);
        for (Part part : parts) {
            for (int partition : part.partitions()) {
                if (read.get(partition)) {
                    return Optional.of("Partition " + partition + " of " + runtime.topic() + " is just moving");
                }
                read.set(partition);
            }
        }
        return read.cardinality() == partitions
                ? Optional.empty()
                : Optional.of("Of " + runtime.topic() + ", partition " + read.nextClearBit(0)
                        + " is open in no instance; " + read.cardinality() + " of " + partitions + " partitions are");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReady("Interrupted", e);
        }
    }
}
