package io.daybook.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.order.command.CancelOrder;
import io.daybook.api.order.command.ConfirmOrder;
import io.daybook.api.order.command.PlaceOrder;
import io.daybook.api.order.command.RecordPayment;
import io.daybook.api.order.command.RejectOrder;
import io.daybook.api.order.command.ReturnGoods;
import io.daybook.api.order.command.ShipOrder;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.order.event.PaymentRecorded;
import io.daybook.command.platform.IdNamesSameContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * An order: PLACED until its lines are reserved, then CONFIRMED, or REJECTED when a line could not be. A placed or confirmed
 * order may be CANCELLED; a confirmed one is SHIPPED. Payments are recorded from confirmation on, returns once the goods
 * have left, and never more than was sold.
 */
@Aggregate(commandTargetResolver = "byAggregateId", cache = "aggregateCache")
class Order {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private @Nullable OrderPlaced placed;
    private OrderState state = OrderState.PLACED;
    private final Map<String, PaymentRecorded> payments = new HashMap<>();
    private final Returns returns = new Returns();

    Order() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PlaceOrder command) {
        OrderPlaced placement = new OrderPlaced(
                command.orderId(),
                command.customerId(),
                command.country(),
                command.currency(),
                placed == null ? command.placedAt() : placed.placedAt(),
                placed == null ? command.lines() : AskedLines.again(placed.lines(), command.lines()));
        if (placed == null) {
            new PricesStand(command.lapsed()).enforce();
            apply(placement);
            return;
        }
        new IdNamesSameContent(command.orderId(), placed.equals(placement)).enforce();
    }

    @CommandHandler
    void decide(ConfirmOrder command) {
        if (state == OrderState.CONFIRMED) {
            return;
        }
        new OrderStateAllows(command, state, Set.of(OrderState.PLACED)).enforce();
        OrderPlaced order = placement();
        apply(new OrderConfirmed(
                order.orderId(),
                order.customerId(),
                order.country(),
                order.currency(),
                order.placedAt(),
                order.lines()));
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
        OrderPlaced order = placement();
        PaymentRecorded known = payments.get(command.paymentId());
        PaymentRecorded payment = new PaymentRecorded(
                command.orderId(),
                command.paymentId(),
                command.amount().amount(),
                command.amount().currency(),
                known == null ? command.paidAt() : known.paidAt());
        if (known != null) {
            new IdNamesSameContent(command.paymentId(), known.equals(payment)).enforce();
            return;
        }
        new OrderStateAllows(command, state, OrderState.SOLD).enforce();
        new CurrencyIsTheOrders(order.currency(), payment.currency()).enforce();
        apply(payment);
    }

    @CommandHandler
    void decide(ShipOrder command) {
        if (state == OrderState.SHIPPED) {
            return;
        }
        new OrderStateAllows(command, state, Set.of(OrderState.CONFIRMED)).enforce();
        apply(new OrderShipped(
                command.orderId(), command.shippedAt(), placement().lines()));
    }

    @CommandHandler
    void decide(CancelOrder command) {
        if (state == OrderState.CANCELLED) {
            return;
        }
        new OrderStateAllows(command, state, Set.of(OrderState.PLACED, OrderState.CONFIRMED)).enforce();
        OrderPlaced order = placement();
        apply(new OrderCancelled(
                order.orderId(),
                order.customerId(),
                order.country(),
                order.currency(),
                command.cancelledAt(),
                command.reason(),
                state == OrderState.CONFIRMED,
                order.lines()));
    }

    @CommandHandler
    void decide(ReturnGoods command) {
        OrderPlaced order = placement();
        List<OrderLine> lines = returns.linesOf(order, command.lines());
        GoodsReturned goods = new GoodsReturned(
                command.returnId(),
                order.orderId(),
                order.customerId(),
                order.country(),
                order.currency(),
                command.returnedAt(),
                lines);
        if (returns.isKnown(goods)) {
            return;
        }
        new OrderStateAllows(command, state, Set.of(OrderState.SHIPPED)).enforce();
        returns.enforceFit(order, lines);
        apply(goods);
    }

    private OrderPlaced placement() {
        return Objects.requireNonNull(placed, "an order without its placement");
    }

    @EventSourcingHandler
    void on(OrderPlaced event) {
        id = "order:" + event.orderId();
        placed = event;
    }

    @EventSourcingHandler
    void on(OrderConfirmed event) {
        state = OrderState.CONFIRMED;
    }

    @EventSourcingHandler
    void on(OrderRejected event) {
        state = OrderState.REJECTED;
    }

    @EventSourcingHandler
    void on(PaymentRecorded event) {
        payments.put(event.paymentId(), event);
    }

    @EventSourcingHandler
    void on(OrderShipped event) {
        state = OrderState.SHIPPED;
    }

    @EventSourcingHandler
    void on(OrderCancelled event) {
        state = OrderState.CANCELLED;
    }

    @EventSourcingHandler
    void on(GoodsReturned event) {
        returns.add(event);
    }
}
