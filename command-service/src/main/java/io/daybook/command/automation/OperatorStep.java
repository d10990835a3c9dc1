package io.daybook.command.automation;

import io.daybook.api.order.FulfilmentStep;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.PassingFailure;
import org.springframework.stereotype.Component;

/**
 * Does what an operator wants done, then what waits behind it among the dead letters; failing again is reported again,
 * unless by something that passes: then the processor does all of it again.
 */
@Component
final class OperatorStep {

    private final OrderDeadLetters deadLetters;
    private final StallReports reports;

    OperatorStep(OrderDeadLetters deadLetters, StallReports reports) {
        this.deadLetters = deadLetters;
        this.reports = reports;
    }

    void run(String orderId, FulfilmentStep step, Runnable action, Cause cause) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            if (PassingFailure.is(failure)) {
                throw failure;
            }
            reports.report(orderId, step, failure, cause);
            return;
        }
        deadLetters.handleAgain(orderId);
    }
}
