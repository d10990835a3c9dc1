package io.daybook.api.order.command;

import io.daybook.api.Require;
import io.daybook.api.order.FulfilmentStep;
import java.time.Instant;

/** Reports that a step failed and is not tried again by itself; the same problem again changes nothing. */
public record ReportStall(String orderId, FulfilmentStep step, String problem, Instant stalledAt)
        implements OrderCommand {
    public ReportStall {
        orderId = Require.identifier(orderId, "orderId");
        Require.present(step, "step");
        problem = Require.text(problem, "problem");
        Require.time(stalledAt, "stalledAt");
    }
}
