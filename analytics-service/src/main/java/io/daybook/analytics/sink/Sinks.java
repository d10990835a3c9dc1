package io.daybook.analytics.sink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All sinks, each on a thread of its own. */
final class Sinks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sinks.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final List<SinkRun> runs;
    private final List<Thread> threads = new ArrayList<>();

    Sinks(List<SinkRun> runs) {
        this.runs = runs;
    }

    List<SinkStatus> status() {
        return runs.stream().map(SinkRun::status).toList();
    }

    @Override
    public void start() {
        for (SinkRun run : runs) {
            threads.add(Thread.ofPlatform()
                    .name("sink-" + run.status().name())
                    .daemon()
                    .start(run));
        }
    }

    @Override
    public void stop() {
        runs.forEach(SinkRun::stop);
        try {
            for (Thread thread : threads) {
                if (!thread.join(STOP_LIMIT)) {
                    LOG.warn("{} does not end", thread.getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
