package io.daybook.analytics.sink;

import io.daybook.analytics.platform.NamedThreads;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** All sinks, each on a thread of its own. */
final class Sinks implements SmartLifecycle {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final List<SinkRun> runs;
    private final NamedThreads threads = new NamedThreads(STOP_LIMIT);

    Sinks(List<SinkRun> runs) {
        this.runs = runs;
    }

    List<SinkStatus> status() {
        return runs.stream().map(SinkRun::status).toList();
    }

    @Override
    public void start() {
        for (SinkRun run : runs) {
            threads.start("sink-" + run.status().name(), run);
        }
    }

    @Override
    public void stop() {
        runs.forEach(SinkRun::stop);
        threads.join();
    }

    @Override
    public boolean isRunning() {
        return threads.areRunning();
    }
}
