package io.daybook.analytics.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.monitoring.watch.kernel.Monitor;
import io.daybook.analytics.platform.WrittenBehind;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The monitor of the one task, and its state in the changelog. */
final class MonitorBook implements WrittenBehind {

    private final Monitor monitor;

    MonitorBook(MonitoringProperties properties) {
        monitor =
                new Monitor(properties.grace().toMillis(), properties.history().toMinutes());
    }

    Monitor monitor() {
        return monitor;
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        monitor.restore(new String(key, UTF_8), value);
    }

    @Override
    public void drain(BiConsumer<byte[], byte @Nullable []> writer) {
        monitor.drain((key, value) -> writer.accept(key.getBytes(UTF_8), value));
    }
}
