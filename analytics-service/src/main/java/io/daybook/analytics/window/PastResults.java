package io.daybook.analytics.window;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a task told of keys that are to be forgotten so long ago that only the topic still has it; one search at a time.
 */
final class PastResults {

    static final Duration LOOK = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(PastResults.class);

    private final String window;
    private final int task;
    private final Wishes wishes;
    private final ToldResults topic;
    private final Set<Bytes> toldSince = new HashSet<>();
    private Map<String, Long> wanted = Map.of();
    private @Nullable CompletableFuture<List<byte[]>> search;

    PastResults(String window, int task, Wishes wishes, ToldResults topic) {
        this.window = window;
        this.task = task;
        this.wishes = wishes;
        this.topic = topic;
    }

    /** A result is told now; where windows are counted, it may stand under the key of one that is to be taken back. */
    void told(byte[] key) {
        if (wishes.isOpen()) {
            toldSince.add(Bytes.wrap(key));
        }
    }

    /**
     * The keys of what has been found since the last time; begins the next search where there is something to look for.
     */
    List<byte[]> found() {
        CompletableFuture<List<byte[]>> running = search;
        if (running == null) {
            wanted = wishes.open();
            search = wanted.isEmpty() ? null : topic.find(window, task, wanted);
            return List.of();
        }
        if (!running.isDone()) {
            return List.of();
        }
        search = null;
        if (running.isCompletedExceptionally()) {
            LOG.warn("Results of window {} could not be looked for; tried again", window, running.exceptionNow());
            return List.of();
        }
        List<byte[]> found = running.join().stream()
                .filter(key -> !toldSince.contains(Bytes.wrap(key)))
                .toList();
        wishes.takenBack(wanted);
        if (!wishes.isOpen()) {
            toldSince.clear();
        }
        return found;
    }
}
