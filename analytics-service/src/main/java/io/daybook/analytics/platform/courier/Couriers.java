package io.daybook.analytics.platform.courier;

import io.daybook.analytics.platform.NamedThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.context.SmartLifecycle;

/** The couriers of all roads, each on a thread of its own. */
final class Couriers implements SmartLifecycle {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final List<Courier> couriers;
    private final RefusedErrands refused;
    private final ExecutorService carriers;
    private final NamedThreads threads = new NamedThreads(STOP_LIMIT);

    Couriers(List<Courier> couriers, RefusedErrands refused, ExecutorService carriers) {
        this.couriers = couriers;
        this.refused = refused;
        this.carriers = carriers;
    }

    @Override
    public void start() {
        for (Courier courier : couriers) {
            threads.start("courier-" + courier.road().name(), courier);
        }
    }

    /** What is under way then is carried again by the next one that reads it. */
    @Override
    public void stop() {
        couriers.forEach(Courier::stop);
        carriers.shutdownNow();
        threads.join();
        refused.close();
    }

    @Override
    public boolean isRunning() {
        return threads.areRunning();
    }
}
