package io.daybook.command.automation;

import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.command.ReportStall;
import io.daybook.command.platform.Cause;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts it on an order's own record that a step failed, so that it can be seen there, and why. */
@Component
final class StallReports {

    private static final Logger logger = LoggerFactory.getLogger(StallReports.class);
    private static final int LONGEST = 500;

    private final Simultaneously simultaneously;
    private final Clock clock;

    StallReports(Simultaneously simultaneously, Clock clock) {
        this.simultaneously = simultaneously;
        this.clock = clock;
    }

    void report(String orderId, FulfilmentStep step, Throwable failure, Cause cause) {
        logger.warn("The step {} of the order {} has stalled", step, orderId, failure);
        try {
            simultaneously.send(
                    new ReportStall(
                            orderId, step, problem(failure), clock.instant().truncatedTo(ChronoUnit.MICROS)),
                    cause);
        } catch (RuntimeException unreported) {
            // it is kept for a retry all the same, and the step becomes overdue
            logger.warn("That the order {} has stalled could not be reported", orderId, unreported);
        }
    }

    /** The kind of failure and its message, as far as that is fit to keep. */
    private static String problem(Throwable failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        String plain = text.replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
