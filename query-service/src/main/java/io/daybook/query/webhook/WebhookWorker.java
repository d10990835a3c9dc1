package io.daybook.query.webhook;

import io.daybook.eventstore.EventRow;
import io.daybook.eventstore.PostgresEventStorageEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Follows the log for one webhook: reads a page, posts each entity's events in order and the entities side by side, and
 * goes on to the next. What cannot be delivered is held up, so the page always ends and its last position is where a
 * successor begins.
 */
final class WebhookWorker implements Retries.Owner {

    private static final int PAGE = 200;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final PostgresEventStorageEngine engine;
    private final WebhookLeases leases;
    private final Webhook webhook;
    private final Fence fence;
    private final HeldUpEntities heldUp;
    private final Sending sending;
    private final WebhookProperties properties;
    private final Wake wake = new Wake();
    private final Retries retries;
    private long position;
    private long saved;
    private long savedAt = System.nanoTime();

    WebhookWorker(
            PostgresEventStorageEngine engine,
            WebhookLeases leases,
            Webhook webhook,
            Fence fence,
            HeldUpEntities heldUp,
            Sending sending,
            WebhookProperties properties) {
        this.engine = engine;
        this.leases = leases;
        this.webhook = webhook;
        this.fence = fence;
        this.heldUp = heldUp;
        this.sending = sending;
        this.properties = properties;
        this.position = webhook.position();
        this.saved = webhook.position();
        // half of the requests at most, so that those who wait do not hold up the others
        int places = Math.max(1, properties.simultaneously() / 2);
        this.retries = new Retries(engine.log(), webhook.filter(), heldUp, sending, places, this);
    }

    /** Of the webhook as this works on it. */
    long revision() {
        return webhook.revision();
    }

    /** There is something new: events, or the end. */
    void wake() {
        wake.now();
    }

    @Override
    public void released() {
        wake.now();
    }

    @Override
    public void stop() {
        sending.stop();
        wake.now();
        retries.wake();
    }

    /** Works until it is stopped or superseded; what is under way by then has ended when this returns. */
    void work(ExecutorService threads) throws InterruptedException, ExecutionException {
        Future<?> retrying = threads.submit(() -> retries.work(threads), null);
        try {
            follow(threads);
        } finally {
            stop();
        }
        retrying.get();
        save();
    }

    private void follow(ExecutorService threads) throws InterruptedException, ExecutionException {
        while (!sending.stopped()) {
            boolean more = heldUp.size() < properties.heldUpAtMost() && engine.knownHead() > position && page(threads);
            boolean unsaved = position > saved;
            if (unsaved && System.nanoTime() - savedAt >= properties.saveEvery().toNanos()) {
                save();
            } else if (!more) {
                wake.await(unsaved ? properties.saveEvery() : LONGEST_WAIT);
            }
        }
    }

    private boolean page(ExecutorService threads) throws InterruptedException, ExecutionException {
        List<EventRow> events = engine.log().after(position, PAGE);
        if (events.isEmpty()) {
            return false;
        }
        Map<String, List<EventRow>> lanes = new LinkedHashMap<>();
        for (EventRow event : events) {
            if (webhook.filter().matches(event) && !heldUp.takes(event)) {
                lanes.computeIfAbsent(event.aggregateId(), _ -> new ArrayList<>())
                        .add(event);
            }
        }
        List<Callable<Void>> work = lanes.values().stream()
                .<Callable<Void>>map(lane -> () -> deliver(lane))
                .toList();
        for (Future<Void> lane : threads.invokeAll(work)) {
            lane.get();
        }
        position = events.getLast().position();
        return true;
    }

    private Void deliver(List<EventRow> lane) throws InterruptedException {
        long upTo = lane.getLast().position();
        long begun = 0;
        for (EventRow event : lane) {
            if (begun != 0
                    && System.nanoTime() - begun > properties.answerWithin().toNanos()) {
                hold(sending.setAside(event), upTo);
                return null;
            }
            Outcome outcome = sending.send(event);
            begun = begun == 0 ? System.nanoTime() : begun;
            switch (outcome) {
                case Outcome.Delivered _ -> {}
                case Outcome.Failed(String error) -> {
                    hold(sending.failed(event, error), upTo);
                    return null;
                }
                case Outcome.Gone() -> {
                    // first of all: what is held up is due again in a moment
                    sending.stop();
                    hold(sending.failed(event, "answered 410"), upTo);
                    disable("The receiver answered 410 Gone");
                }
                case Outcome.Unsent() -> {
                    hold(sending.setAside(event), upTo);
                    return null;
                }
            }
        }
        return null;
    }

    private void hold(HeldUp entity, long upTo) {
        heldUp.hold(entity, upTo);
        retries.wake();
    }

    @Override
    public void disable(String reason) {
        leases.disable(fence, webhook.revision(), reason);
        throw new Superseded();
    }

    private void save() {
        if (position > saved) {
            leases.save(fence, position);
            saved = position;
            savedAt = System.nanoTime();
        }
    }
}
