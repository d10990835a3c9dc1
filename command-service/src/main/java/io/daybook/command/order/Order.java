package io.daybook.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.order.CancellationCause;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.command.CancelExpired;
import io.daybook.api.order.command.CancelOrder;
import io.daybook.api.order.command.CancelUnpaid;
import io.daybook.api.order.command.ConfirmOrder;
import io.daybook.api.order.command.ExpiryOutcome;
import io.daybook.api.order.command.ForceCancellation;
import io.daybook.api.order.command.OrderCommand;
import io.daybook.api.order.command.PlaceOrder;
import io.daybook.api.order.command.RecordPayment;
import io.daybook.api.order.command.RejectOrder;
import io.daybook.api.order.command.ReportStall;
import io.daybook.api.order.command.ReserveOrder;
import io.daybook.api.order.command.RetryFulfilment;
import io.daybook.api.order.command.ReturnGoods;
import io.daybook.api.order.command.ShipOrder;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.order.event.PaymentRecorded;
import io.daybook.command.platform.IdNamesSameContent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * An order: PLACED until its lines are reserved, or REJECTED when a line could not be. On account it is then CONFIRMED,
 * and paid whenever; in advance it is RESERVED, and CONFIRMED once its total is paid, or CANCELLED when the payment
 * window or its reservations end before. Until it is SHIPPED it may be CANCELLED. Returns are taken once the goods have
 * left, never more than was sold. A step that failed is on record, and so is what an operator did about it.
 */
@Aggregate(commandTargetResolver = "byAggregateId", cache = "aggregateCache")
class Order {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private @Nullable Sale sale;
    private @Nullable OrderReserved reserved;
    private OrderState state = OrderState.PLACED;
    private final Payments payments = new Payments();
    private final Returns returns = new Returns();
    private final Stalls stalls = new Stalls();

    Order() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PlaceOrder command) {
        OrderPlaced placement = new OrderPlaced(
                command.orderId(),
                command.customerId(),
                command.country(),
                command.currency(),
                sale == null ? command.placedAt() : sale.placed().placedAt(),
                command.paymentTerms().name(),
                sale == null ? command.lines() : AskedLines.again(sale.placed().lines(), command.lines()));
        if (sale == null) {
            new PricesStand(command.lapsed()).enforce();
            apply(placement);
            return;
        }
        new IdNamesSameContent(command.orderId(), sale.placed().equals(placement)).enforce();
    }

    @CommandHandler
    void decide(ReserveOrder command) {
        if (state == OrderState.RESERVED) {
            return;
        }
        new OrderStateAllows(command, state, Set.of(OrderState.PLACED)).enforce();
        new PaymentTermsAllow(command, sale().terms(), PaymentTerms.IN_ADVANCE).enforce();
        apply(new OrderReserved(command.orderId(), command.payBy(), command.reservedUntil()));
        confirmOncePaid();
    }

    @CommandHandler
    void decide(ConfirmOrder command) {
        if (state == OrderState.CONFIRMED) {
            return;
        }
        new OrderStateAllows(command, state, Set.of(OrderState.PLACED)).enforce();
        new PaymentTermsAllow(command, sale().terms(), PaymentTerms.ON_ACCOUNT).enforce();
        apply(sale().confirmed());
    }

    @CommandHandler
    void decide(RejectOrder command) {
        if (state == OrderState.REJECTED) {
            return;
        }
        new OrderStateAllows(command, state, Set.of(OrderState.PLACED)).enforce();
        apply(new OrderRejected(command.orderId(), command.refusals()));
    }

    @CommandHandler
    void decide(RecordPayment command) {
        PaymentRecorded payment = payments.of(command);
        if (payments.isKnown(payment)) {
            return;
        }
        new OrderStateAllows(command, state, OrderState.PAYABLE).enforce();
        new CurrencyIsTheOrders(sale().placed().currency(), payment.currency()).enforce();
        if (sale().terms() == PaymentTerms.IN_ADVANCE) {
            payments.enforceFit(sale().total(), payment);
        }
        if (state == OrderState.RESERVED && reserved != null) {
            new PaymentIsInTime(payment.paidAt(), reserved.payBy()).enforce();
        }
        apply(payment);
        confirmOncePaid();
    }

    @CommandHandler
    void decide(ShipOrder command) {
        if (state == OrderState.SHIPPED) {
            return;
        }
        new OrderStateAllows(command, state, Set.of(OrderState.CONFIRMED)).enforce();
        apply(new OrderShipped(
                command.orderId(), command.shippedAt(), sale().placed().lines()));
    }

    @CommandHandler
    void decide(CancelOrder command) {
        cancelIfOpen(command, CancellationCause.CUSTOMER, command.reason(), command.cancelledAt());
    }

    @CommandHandler
    void decide(ForceCancellation command) {
        cancelIfOpen(command, CancellationCause.OPERATOR, command.reason(), command.cancelledAt());
    }

    @CommandHandler
    void decide(CancelUnpaid command) {
        if (state == OrderState.RESERVED && reserved != null && command.at().isAfter(reserved.payBy())) {
            cancel(CancellationCause.PAYMENT_OVERDUE, "Not paid by " + reserved.payBy(), command.at());
        }
    }

    @CommandHandler
    ExpiryOutcome decide(CancelExpired command) {
        return switch (state) {
            case CONFIRMED, SHIPPED -> ExpiryOutcome.KEEP;
            case REJECTED, CANCELLED -> ExpiryOutcome.LET_GO;
            case PLACED, RESERVED -> {
                if (sale().terms() == PaymentTerms.ON_ACCOUNT) {
                    yield ExpiryOutcome.KEEP;
                }
                if (reserved != null && !command.at().isAfter(reserved.reservedUntil())) {
                    yield ExpiryOutcome.WAIT;
                }
                cancel(CancellationCause.RESERVATION_EXPIRED, "Not paid while its pieces were held", command.at());
                yield ExpiryOutcome.LET_GO;
            }
        };
    }

    @CommandHandler
    void decide(ReturnGoods command) {
        OrderPlaced order = sale().placed();
        List<OrderLine> lines = returns.linesOf(order, command.lines());
        GoodsReturned goods = sale().returned(command, lines);
        if (returns.isKnown(goods)) {
            return;
        }
        new OrderStateAllows(command, state, Set.of(OrderState.SHIPPED)).enforce();
        returns.enforceFit(order, lines);
        apply(goods);
    }

    @CommandHandler
    void decide(ReportStall command) {
        FulfilmentStalled stall =
                new FulfilmentStalled(command.orderId(), command.step().name(), command.problem(), command.stalledAt());
        if (!stalls.isOpen(stall)) {
            apply(stall);
        }
    }

    @CommandHandler
    void decide(RetryFulfilment command) {
        if (stalls.isKnown(command)) {
            return;
        }
        if (!stalls.isOpen()) {
            new OrderStateAllows(command, state, Stalls.REPEATABLE).enforce();
        }
        apply(sale().retried(command, stalls.step(state)));
    }

    private void confirmOncePaid() {
        if (state == OrderState.RESERVED && payments.cover(sale().total())) {
            apply(sale().confirmed());
        }
    }

    private void cancelIfOpen(OrderCommand command, CancellationCause cause, String reason, Instant time) {
        if (state != OrderState.CANCELLED) {
            new OrderStateAllows(command, state, OrderState.OPEN).enforce();
            cancel(cause, reason, time);
        }
    }

    private void cancel(CancellationCause cause, String reason, Instant time) {
        apply(sale().cancelled(cause, reason, time, state == OrderState.CONFIRMED));
    }

    private void enter(OrderState next) {
        state = next;
        stalls.moveOn();
    }

    private Sale sale() {
        return Objects.requireNonNull(sale, "an order without its placement");
    }

    @EventSourcingHandler
    void on(OrderPlaced event) {
        id = "order:" + event.orderId();
        sale = new Sale(event);
    }

    @EventSourcingHandler
    void on(OrderReserved event) {
        reserved = event;
        enter(OrderState.RESERVED);
    }

    @EventSourcingHandler
    void on(OrderConfirmed event) {
        enter(OrderState.CONFIRMED);
    }

    @EventSourcingHandler
    void on(OrderRejected event) {
        enter(OrderState.REJECTED);
    }

    @EventSourcingHandler
    void on(PaymentRecorded event) {
        payments.add(event);
    }

    @EventSourcingHandler
    void on(OrderShipped event) {
        enter(OrderState.SHIPPED);
    }

    @EventSourcingHandler
    void on(OrderCancelled event) {
        enter(OrderState.CANCELLED);
    }

    @EventSourcingHandler
    void on(GoodsReturned event) {
        returns.add(event);
    }

    @EventSourcingHandler
    void on(FulfilmentStalled event) {
        stalls.add(event);
    }

    @EventSourcingHandler
    void on(FulfilmentRetried event) {
        stalls.add(event);
    }
}
