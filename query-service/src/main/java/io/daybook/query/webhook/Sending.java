package io.daybook.query.webhook;

import io.daybook.eventstore.EventRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/** Sends the events of one webhook, so many at a time, for as long as the instance may. */
final class Sending {

    private final Posting posting;
    private final Receiver receiver;
    private final Lease lease;
    private final WebhookProperties properties;
    private final Clock clock;
    private final Backoff backoff;
    private final Semaphore places;
    private volatile boolean stopped;

    Sending(Posting posting, Receiver receiver, Lease lease, WebhookProperties properties, Clock clock) {
        this.posting = posting;
        this.receiver = receiver;
        this.lease = lease;
        this.properties = properties;
        this.clock = clock;
        this.backoff = new Backoff(properties.firstRetryAfter(), properties.longestPause());
        this.places = new Semaphore(properties.simultaneously());
    }

    /** Lets what is under way end, and nothing else begin. */
    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    /** Posts an event, where that is still this instance's business. */
    Outcome send(EventRow event) throws InterruptedException {
        places.acquire();
        try {
            if (stopped || !lease.holdsFor(properties.answerWithin())) {
                // one that has lost its lease has lost it: who works on with a new one begins anew
                stopped = true;
                return new Outcome.Unsent();
            }
            return posting.post(receiver, event);
        } finally {
            places.release();
        }
    }

    /** An entity whose event has failed for the first time. */
    HeldUp failed(EventRow event, String error) {
        return failed(event, clock.instant(), 1, error);
    }

    /** An entity whose event has failed after an attempt at the entity; patience starts anew with each event. */
    HeldUp failedAgain(HeldUp before, EventRow event, String error) {
        boolean same = event.sequence() == before.fromSequence() && before.attempts() > 0;
        return same ? failed(event, before.since(), before.attempts() + 1, error) : failed(event, error);
    }

    private HeldUp failed(EventRow event, Instant since, int attempts, String error) {
        Duration pause = backoff.after(attempts, ThreadLocalRandom.current().nextDouble());
        return heldUp(event, since, attempts, clock.instant().plus(pause)).because(error);
    }

    /** An entity that is not to hold up others, though nothing of it has failed. */
    HeldUp setAside(EventRow event) {
        Instant now = clock.instant();
        return heldUp(event, now, 0, now);
    }

    private static HeldUp heldUp(EventRow event, Instant since, int attempts, Instant next) {
        return new HeldUp(event.aggregateId(), event.sequence(), event.position(), since, attempts, next, null);
    }

    /** An entity that has come past an event, and may have more to deliver. */
    HeldUp after(EventRow event) {
        Instant now = clock.instant();
        return new HeldUp(event.aggregateId(), event.sequence() + 1, event.position() + 1, now, 0, now, null);
    }

    Instant now() {
        return clock.instant();
    }

    /** Whether an event has been tried for as long as anyone may wait. */
    boolean hopeless(HeldUp heldUp) {
        return heldUp.since().plus(properties.giveUpAfter()).isBefore(clock.instant());
    }
}
