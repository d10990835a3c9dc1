package io.daybook.command.order;

import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.command.RetryFulfilment;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.command.platform.IdNamesSameContent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the fulfilment of an order got stuck, and what an operator did about it. */
final class Stalls {

    /**
     * The states whose step is the shop's own work, and may be done again; in the others a customer or a carrier is
     * waited for.
     */
    static final Set<OrderState> REPEATABLE =
            Set.of(OrderState.PLACED, OrderState.REJECTED, OrderState.CANCELLED, OrderState.SHIPPED);

    private final Map<String, FulfilmentRetried> retries = new HashMap<>();
    private @Nullable FulfilmentStalled open;

    boolean isKnown(RetryFulfilment command) {
        FulfilmentRetried before = retries.get(command.retryId());
        new IdNamesSameContent(
                        command.retryId(), before == null || before.reason().equals(command.reason()))
                .enforce();
        return before != null;
    }

    /** Whether this very stall is on record, and not retried since. */
    boolean isOpen(FulfilmentStalled stall) {
        return open != null
                && open.step().equals(stall.step())
                && open.problem().equals(stall.problem());
    }

    boolean isOpen() {
        return open != null;
    }

    /** What there is to do again. */
    FulfilmentStep step(OrderState state) {
        if (open != null) {
            return FulfilmentStep.valueOf(open.step());
        }
        return switch (state) {
            case PLACED -> FulfilmentStep.RESERVE;
            case RESERVED -> FulfilmentStep.PAY;
            case CONFIRMED -> FulfilmentStep.SHIP;
            case SHIPPED -> FulfilmentStep.DISPATCH;
            case REJECTED, CANCELLED -> FulfilmentStep.RELEASE;
        };
    }

    /** The order has moved on: what there is to do again follows from where it is now. */
    void moveOn() {
        open = null;
    }

    void add(FulfilmentStalled event) {
        open = event;
    }

    void add(FulfilmentRetried event) {
        retries.put(event.retryId(), event);
        open = null;
    }
}
