package io.daybook.analytics.window;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Finds results in their topic, of whatever age. */
interface ToldResults {

    /**
     * The record keys under which a result of a window stands that starts at or before the time named for its key.
     *
     * @param task the partition of the task that told them
     * @param until by key, milliseconds since the epoch
     */
    CompletableFuture<List<byte[]>> find(String window, int task, Map<String, Long> until);
}
