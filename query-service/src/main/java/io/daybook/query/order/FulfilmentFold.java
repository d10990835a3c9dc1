package io.daybook.query.order;

import static io.daybook.query.platform.model.Fold.known;

import io.daybook.api.order.CancellationCause;
import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.order.event.PaymentRecorded;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.query.platform.model.Recorded;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the events of orders make of the step that an order waits for, and of its due time. */
final class FulfilmentFold {

    private final Duration reserveWithin;
    private final Duration shipWithin;

    FulfilmentFold(Duration reserveWithin, Duration shipWithin) {
        this.reserveWithin = reserveWithin;
        this.shipWithin = shipWithin;
    }

    FulfilmentView apply(@Nullable FulfilmentView view, Recorded<OrderEvent> recorded) {
        Instant now = recorded.at();
        return switch (recorded.event()) {
            case OrderPlaced placed -> begun(placed.orderId(), FulfilmentStep.RESERVE, now, now.plus(reserveWithin));
            case OrderReserved reserved -> {
                String order = known(view, reserved).orderId();
                yield begun(order, FulfilmentStep.PAY, now, reserved.payBy());
            }
            case OrderConfirmed confirmed -> {
                String order = known(view, confirmed).orderId();
                yield begun(order, FulfilmentStep.SHIP, now, now.plus(shipWithin));
            }
            case OrderRejected ended -> begun(known(view, ended).orderId(), null, now, null);
            case OrderShipped ended -> begun(known(view, ended).orderId(), null, now, null);
            case OrderCancelled ended -> cancelled(known(view, ended), ended, now);
            case FulfilmentStalled stalled -> stalled(known(view, stalled), stalled, now);
            case FulfilmentRetried retried -> retried(known(view, retried), retried, now);
            case PaymentRecorded event -> known(view, event);
            case GoodsReturned event -> known(view, event);
            case AdjustmentRecorded event -> known(view, event);
        };
    }

    private static FulfilmentView begun(
            String orderId, @Nullable FulfilmentStep step, Instant since, @Nullable Instant due) {
        return new FulfilmentView(orderId, step, since, due, 1, null);
    }

    /** What stalled before holds up the release too, but for an operator's, which goes round it. */
    private static FulfilmentView cancelled(FulfilmentView view, OrderCancelled event, Instant now) {
        boolean heldUp = view.step() != null
                && view.lastFailure() != null
                && !event.cause().equals(CancellationCause.OPERATOR.name());
        return heldUp
                ? new FulfilmentView(
                        view.orderId(), FulfilmentStep.RELEASE, now, now, view.attempts(), view.lastFailure())
                : begun(view.orderId(), null, now, null);
    }

    /** Nothing goes on by itself: it is due at once. */
    private static FulfilmentView stalled(FulfilmentView view, FulfilmentStalled event, Instant now) {
        FulfilmentStep step = FulfilmentStep.valueOf(event.step());
        boolean same = view.step() == step;
        Instant due = same && view.due() != null && view.due().isBefore(now) ? view.due() : now;
        return new FulfilmentView(
                view.orderId(), step, same ? view.since() : now, due, view.attempts(), event.problem());
    }

    /** That a reservation succeeds is seen; of the other steps only that they fail again. */
    private FulfilmentView retried(FulfilmentView view, FulfilmentRetried event, Instant now) {
        boolean reserving = event.step().equals(FulfilmentStep.RESERVE.name());
        return new FulfilmentView(
                view.orderId(),
                reserving ? FulfilmentStep.RESERVE : null,
                reserving ? view.since() : now,
                reserving ? now.plus(reserveWithin) : null,
                view.attempts() + 1,
                view.lastFailure());
    }
}
