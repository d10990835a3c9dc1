package io.daybook.query.webhook;

import io.daybook.eventstore.EventLog;
import io.daybook.eventstore.EventRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tries the entities of one webhook that are held up, each when it is due: reads its events anew, from the one that
 * failed.
 */
final class Retries {

    private static final int PAGE = 50;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final EventLog log;
    private final EventFilter filter;
    private final HeldUpEntities heldUp;
    private final Sending sending;
    private final Semaphore places;
    private final Owner owner;
    private final Wake wake = new Wake();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** Who works on the webhook as a whole. */
    interface Owner {

        /** One entity less is held up. */
        void released();

        /** Throws {@link Superseded}, having ended the deliveries. */
        void disable(String reason);

        void stop();
    }

    Retries(EventLog log, EventFilter filter, HeldUpEntities heldUp, Sending sending, int places, Owner owner) {
        this.log = log;
        this.filter = filter;
        this.heldUp = heldUp;
        this.sending = sending;
        this.places = new Semaphore(places);
        this.owner = owner;
    }

    /** An entity is held up, or all is to end. */
    void wake() {
        wake.now();
    }

    /** Works until the sending is stopped; throws what an attempt could not get over. */
    void work(ExecutorService threads) {
        try {
            while (!sending.stopped()) {
                places.acquire();
                Optional<HeldUp> due = heldUp.takeDue(sending.now());
                if (due.isPresent()) {
                    threads.execute(() -> attempt(due.get()));
                } else {
                    places.release();
                    wake.await(untilNext());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        RuntimeException unexpected = failure.get();
        if (unexpected != null) {
            throw unexpected;
        }
    }

    private Duration untilNext() {
        Instant now = sending.now();
        return heldUp.nextDue()
                .map(due -> Duration.between(now, due))
                .filter(pause -> pause.compareTo(LONGEST_WAIT) < 0)
                .orElse(LONGEST_WAIT);
    }

    private void attempt(HeldUp due) {
        try {
            catchUp(due);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException ending) {
            failure.compareAndSet(null, ending);
            owner.stop();
        } finally {
            places.release();
            wake.now();
        }
    }

    private void catchUp(HeldUp due) throws InterruptedException {
        HeldUp at = due;
        while (true) {
            long upTo = heldUp.upTo(due.entity());
            List<EventRow> events = log.ofAggregate(due.entity(), at.fromSequence(), PAGE).stream()
                    .filter(event -> event.position() <= upTo)
                    .toList();
            for (EventRow event : events) {
                if (filter.matches(event) && !deliver(at, event)) {
                    return;
                }
            }
            if (events.size() < PAGE && heldUp.release(due.entity(), upTo)) {
                owner.released();
                return;
            }
            if (!events.isEmpty()) {
                at = sending.after(events.getLast());
                heldUp.advance(at);
            }
        }
    }

    private boolean deliver(HeldUp at, EventRow event) throws InterruptedException {
        return switch (sending.send(event)) {
            case Outcome.Delivered _ -> true;
            case Outcome.Failed(String error) -> {
                HeldUp again = sending.failedAgain(at, event, error);
                heldUp.holdOn(again);
                if (sending.hopeless(again)) {
                    owner.disable("An event of %s could not be delivered since %s: %s"
                            .formatted(again.entity(), again.since(), error));
                }
                yield false;
            }
            case Outcome.Gone() -> {
                sending.stop();
                heldUp.holdOn(sending.failedAgain(at, event, "answered 410"));
                owner.disable("The receiver answered 410 Gone");
                yield false;
            }
            case Outcome.Unsent() -> {
                if (event.sequence() > at.fromSequence()) {
                    heldUp.holdOn(sending.setAside(event));
                }
                owner.stop();
                yield false;
            }
        };
    }
}
