package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.Monitor;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The monitor, where its task is open in this instance. */
final class OpenMonitor {

    private final AtomicReference<@Nullable Monitor> monitor = new AtomicReference<>();

    void open(Monitor opened) {
        monitor.set(opened);
    }

    /** Takes it away, unless another one has been opened meanwhile. */
    void close(Monitor closed) {
        monitor.compareAndSet(closed, null);
    }

    Optional<Monitor> now() {
        return Optional.ofNullable(monitor.get());
    }
}
