package io.daybook.command.automation;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.command.CancelExpired;
import io.daybook.api.order.command.ConfirmOrder;
import io.daybook.api.order.command.ExpiryOutcome;
import io.daybook.api.order.command.OrderCommand;
import io.daybook.api.order.command.RejectOrder;
import io.daybook.api.order.command.ReserveOrder;
import io.daybook.api.order.event.LineRefusal;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.stock.command.DispatchReserved;
import io.daybook.api.stock.command.ReleaseReservation;
import io.daybook.api.stock.command.ReservationOutcome;
import io.daybook.api.stock.command.ReserveStock;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.Commands.Outcome;
import io.daybook.command.platform.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The steps of an order that concern stock. Each is decided once, by the deterministic ids of its reservations, so that
 * a step done again comes to the same end.
 */
@Component
final class OrderStock {

    private final Simultaneously simultaneously;
    private final FulfilmentProperties properties;
    private final Clock clock;

    OrderStock(Simultaneously simultaneously, FulfilmentProperties properties, Clock clock) {
        this.simultaneously = simultaneously;
        this.properties = properties;
        this.clock = clock;
    }

    /** Reserves every stocked line, then confirms the order or has it wait for its payment; or rejects it. */
    void reserve(String orderId, PaymentTerms terms, List<OrderLine> lines, Cause cause) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant reservedUntil = now.plus(properties.reservationExpiry());
        List<OrderLine> stocked = lines.stream().filter(OrderLine::stocked).toList();
        List<Outcome> outcomes = simultaneously.send(
                stocked.stream()
                        .map(line -> reserve(orderId, line, terms == PaymentTerms.IN_ADVANCE ? reservedUntil : null))
                        .toList(),
                cause);
        List<OrderLine> reserved = new ArrayList<>();
        List<LineRefusal> refusals = new ArrayList<>();
        for (int index = 0; index < stocked.size(); index++) {
            OrderLine line = stocked.get(index);
            ReservationOutcome outcome = (ReservationOutcome)
                    Objects.requireNonNull(outcomes.get(index).answer());
            if (outcome.reserved()) {
                reserved.add(line);
            } else {
                refusals.add(new LineRefusal(line.line(), line.sku(), line.quantity(), outcome.available()));
            }
        }
        if (!refusals.isEmpty()) {
            release(orderId, reserved, cause);
            decide(new RejectOrder(orderId, refusals), lines, cause);
            return;
        }
        decide(
                switch (terms) {
                    case ON_ACCOUNT -> new ConfirmOrder(orderId);
                    case IN_ADVANCE -> new ReserveOrder(orderId, now.plus(properties.paymentWindow()), reservedUntil);
                },
                lines,
                cause);
    }

    /** Makes the pieces of these lines available again. */
    void release(String orderId, List<OrderLine> lines, Cause cause) {
        simultaneously.sendUnless(
                // what never had any stock has no reservation either
                RejectionCode.STOCK_ITEM_UNKNOWN,
                lines.stream()
                        .filter(OrderLine::stocked)
                        .map(line -> new ReleaseReservation(line.sku(), line.reservationId(orderId)))
                        .toList(),
                cause);
    }

    /** Takes the pieces of these lines off the shelf. */
    void dispatch(String orderId, List<OrderLine> lines, Cause cause) {
        simultaneously.send(
                lines.stream()
                        .filter(OrderLine::stocked)
                        .map(line -> new DispatchReserved(line.sku(), line.reservationId(orderId)))
                        .toList(),
                cause);
    }

    private static ReserveStock reserve(String orderId, OrderLine line, @Nullable Instant expiresAt) {
        return new ReserveStock(line.sku(), line.reservationId(orderId), line.quantity(), expiresAt);
    }

    private void decide(OrderCommand command, List<OrderLine> lines, Cause cause) {
        try {
            simultaneously.send(command, cause);
        } catch (Rejected rejected) {
            if (rejected.code() != RejectionCode.ORDER_STATE_FORBIDS) {
                throw rejected;
            }
            releaseUnlessSold(command.orderId(), lines, cause);
        }
    }

    /**
     * It was decided meanwhile. Where it was called off, its release may have come by before all of this was reserved.
     */
    private void releaseUnlessSold(String orderId, List<OrderLine> lines, Cause cause) {
        CancelExpired question = new CancelExpired(orderId, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (simultaneously.send(question, cause).answer() == ExpiryOutcome.LET_GO) {
            release(orderId, lines, cause);
        }
    }
}
