package io.daybook.analytics.platform.courier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The couriers of all roads, each on a thread of its own. */
final class Couriers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final List<Courier> couriers;
    private final RefusedErrands refused;
    private final ExecutorService carriers;
    private final List<Thread> threads = new ArrayList<>();

    Couriers(List<Courier> couriers, RefusedErrands refused, ExecutorService carriers) {
        this.couriers = couriers;
        this.refused = refused;
        this.carriers = carriers;
    }

    @Override
    public void start() {
        for (Courier courier : couriers) {
            threads.add(Thread.ofPlatform()
                    .name("courier-" + courier.road().name())
                    .daemon()
                    .start(courier));
        }
    }

    /** What is under way then is carried again by the next one that reads it. */
    @Override
    public void stop() {
        couriers.forEach(Courier::stop);
        carriers.shutdownNow();
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
        refused.close();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
