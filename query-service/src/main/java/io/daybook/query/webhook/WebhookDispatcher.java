package io.daybook.query.webhook;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.vault.UnfitMasterKeys;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has this instance's webhooks worked on: takes and renews leases, begins a shift on each webhook it has, and ends
 * those on webhooks that were changed or are others' by now. New events wake the workers; everything else is looked at
 * a few times a lease.
 */
@Component
final class WebhookDispatcher implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(WebhookDispatcher.class);
    private static final Duration TO_END = Duration.ofSeconds(2);

    private final PostgresEventStorageEngine engine;
    private final WebhookLeases leases;
    private final WebhookWork work;
    private final WebhookProperties properties;
    private final Map<String, WebhookShift> shifts = new ConcurrentHashMap<>();
    private final Wake wake = new Wake();
    private final Lease lease = new Lease();
    private String owner = "nobody";
    private boolean listening;
    private @Nullable Thread thread;
    private volatile boolean running;

    WebhookDispatcher(
            PostgresEventStorageEngine engine, WebhookLeases leases, WebhookWork work, WebhookProperties properties) {
        this.engine = engine;
        this.leases = leases;
        this.work = work;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        owner = UUID.randomUUID().toString();
        if (!listening) {
            engine.onHead(() -> shifts.values().forEach(WebhookShift::wake));
            listening = true;
        }
        thread = Thread.ofVirtual().name("webhooks").start(this::run);
    }

    /** Somebody has changed a webhook. */
    void wake() {
        wake.now();
    }

    private void run() {
        try {
            while (running) {
                try {
                    share();
                } catch (RuntimeException failure) {
                    logger.warn("Webhooks could not be shared out; trying again", failure);
                }
                wake.await(properties.renewEvery());
            }
            shifts.values().forEach(WebhookShift::stop);
            for (WebhookShift shift : shifts.values()) {
                shift.awaitEnd();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void share() {
        long now = System.nanoTime();
        Map<String, Long> own = leases.take(owner, properties.lease());
        lease.renewed(now, properties.lease());
        shifts.values().removeIf(WebhookShift::isOver);
        shifts.forEach((id, shift) -> {
            if (!Long.valueOf(shift.revision()).equals(own.get(id))) {
                shift.stop();
            }
        });
        // one whose shift is not over yet gets its next when it is
        own.keySet().stream().filter(id -> !shifts.containsKey(id)).forEach(this::begin);
    }

    private void begin(String id) {
        try {
            work.on(id, owner, lease).ifPresent(worker -> shifts.put(id, WebhookShift.begin(id, worker, wake::now)));
        } catch (UnfitMasterKeys failure) {
            logger.warn("The secret of webhook {} cannot be opened; trying again", id, failure);
        }
    }

    /** Lets requests under way end, and gives back the leases, so that another instance goes on at once. */
    @Override
    public synchronized void stop() {
        Thread ending = thread;
        if (!running || ending == null) {
            return;
        }
        running = false;
        wake.now();
        try {
            if (ending.join(properties.answerWithin().plus(TO_END))) {
                shifts.clear();
                leases.release(owner);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            logger.warn("The leases of webhooks could not be given back; they end by themselves", failure);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
