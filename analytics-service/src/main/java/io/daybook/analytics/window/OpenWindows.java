package io.daybook.analytics.window;

import io.daybook.analytics.platform.StreamsReadiness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The open tasks of a window in this instance, which can answer when it has all of them. */
final class OpenWindows implements StreamsReadiness {

    private final Map<Integer, WindowTask> byPartition = new ConcurrentHashMap<>();

    private volatile int partitions;

    /** There will be so many tasks, here and in other instances. */
    void expect(int expected) {
        partitions = expected;
    }

    @Override
    public Optional<String> obstacle() {
        int here = byPartition.size();
        return here == partitions
                ? Optional.empty()
                : Optional.of("This instance keeps " + here + " of " + partitions + " partitions of the window");
    }

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
