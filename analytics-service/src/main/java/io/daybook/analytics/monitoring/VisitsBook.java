package io.daybook.analytics.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.monitoring.watch.kernel.LogEvent;
import io.daybook.analytics.monitoring.watch.kernel.VisitsKernel;
import io.daybook.analytics.platform.WrittenBehind;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The visits of one partition that are not told yet. Whose they are is gone with the minute. */
final class VisitsBook implements WrittenBehind {

    private static final byte[] KEY = "visits".getBytes(UTF_8);

    private final VisitsKernel kernel = new VisitsKernel();
    private boolean changed;

    List<LogEvent> looked(String session, long epochMilli) {
        changed = true;
        return kernel.looked(session, epochMilli);
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        if (value != null) {
            kernel.goOnFrom(value);
        }
    }

    @Override
    public void drain(BiConsumer<byte[], byte @Nullable []> writer) {
        if (changed) {
            writer.accept(KEY, kernel.state());
            changed = false;
        }
    }
}
