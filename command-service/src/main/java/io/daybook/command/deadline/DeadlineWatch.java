package io.daybook.command.deadline;

import io.daybook.api.order.command.CancelExpired;
import io.daybook.api.order.command.CancelUnpaid;
import io.daybook.api.order.command.ExpiryOutcome;
import io.daybook.api.stock.command.ExpireReservation;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.Commands;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the command of each deadline that has passed. Every instance watches; each takes what no other has taken. A
 * command may be sent twice, or too late: the aggregate decides, and then nothing changes.
 */
@Component
class DeadlineWatch {

    private static final Logger logger = LoggerFactory.getLogger(DeadlineWatch.class);

    private final Deadlines deadlines;
    private final Commands commands;
    private final DeadlineProperties properties;
    private final Clock clock;

    DeadlineWatch(Deadlines deadlines, Commands commands, DeadlineProperties properties, Clock clock) {
        this.deadlines = deadlines;
        this.commands = commands;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${daybook.deadlines.poll-every:PT1S}")
    void look() {
        Instant now = clock.instant();
        List<Deadline> passed;
        do {
            passed = deadlines.take(now, properties.batch(), properties.retryAfter());
            passed.forEach(deadline -> meet(deadline, now));
        } while (passed.size() == properties.batch());
    }

    private void meet(Deadline deadline, Instant now) {
        try {
            boolean done = switch (deadline.kind()) {
                case PAYMENT -> cancelUnpaid(deadline, now);
                case RESERVATION -> expire(deadline, now);
            };
            if (done) {
                deadlines.remove(deadline.id());
            }
        } catch (RuntimeException failure) {
            logger.warn("The deadline {} could not be met, and will be tried again", deadline.id(), failure);
        }
    }

    private boolean cancelUnpaid(Deadline deadline, Instant now) {
        commands.send(new CancelUnpaid(deadline.orderId(), now), deadline.cause());
        return true;
    }

    /** The order first: it alone knows whether it has been paid meanwhile, and then its pieces stay its own. */
    private boolean expire(Deadline deadline, Instant now) {
        Cause cause = deadline.cause();
        Object outcome =
                commands.send(new CancelExpired(deadline.orderId(), now), cause).answer();
        if (outcome == ExpiryOutcome.LET_GO) {
            commands.send(new ExpireReservation(deadline.sku(), deadline.reservationId(), now), cause);
        }
        return outcome != ExpiryOutcome.WAIT;
    }
}
