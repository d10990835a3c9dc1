package io.daybook.analytics.window;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The open tasks of a window in this instance, by partition of its keys. */
final class OpenWindows {

    private final Map<Integer, WindowTask> byPartition = new ConcurrentHashMap<>();

    void open(int partition, WindowTask task) {
        byPartition.put(partition, task);
    }

    /** Takes the task away, unless another one has been opened for the partition meanwhile. */
    void close(int partition, WindowTask task) {
        byPartition.remove(partition, task);
    }

    List<WindowTask> tasks() {
        return List.copyOf(byPartition.values());
    }
}
