package io.daybook.command.order;

import io.daybook.api.Money;
import io.daybook.api.Require;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.command.CancelOrder;
import io.daybook.api.order.command.PlaceOrder;
import io.daybook.api.order.command.RecordPayment;
import io.daybook.api.order.command.ReturnGoods;
import io.daybook.api.order.command.ReturnedQuantity;
import io.daybook.api.order.command.ShipOrder;
import io.daybook.command.order.LinePricing.RequestedLine;
import io.daybook.command.platform.Defaults;
import io.daybook.command.platform.Fit;
import io.daybook.command.platform.Fit.Kind;
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Orders by REST. An order is accepted when it is on record; whether it is confirmed follows from its reservations. */
@RestController
@RequestMapping("/orders")
final class OrderController {

    private final Replies replies;
    private final LinePricing pricing;
    private final Defaults defaults;

    OrderController(Replies replies, LinePricing pricing, Defaults defaults) {
        this.replies = replies;
        this.pricing = pricing;
        this.defaults = defaults;
    }

    @PostMapping
    ResponseEntity<Reply> place(@Valid @RequestBody Placement body) {
        SoldLines sold = pricing.sold(body.lines(), Require.currency(body.currency(), "currency"));
        PlaceOrder command = new PlaceOrder(
                defaults.id(body.orderId()),
                body.customerId(),
                body.country(),
                body.currency(),
                defaults.time(body.placedAt()),
                body.paymentTerms() == null ? PaymentTerms.ON_ACCOUNT : body.paymentTerms(),
                sold.lines(),
                sold.lapsed());
        return replies.accepted(command, command.orderId(), location(command.orderId()));
    }

    @PostMapping("/{id}/cancellation")
    ResponseEntity<Reply> cancel(@PathVariable String id, @Valid @RequestBody Cancellation body) {
        return replies.changed(new CancelOrder(id, body.reason(), defaults.time(body.cancelledAt())), id);
    }

    @PostMapping("/{id}/payments")
    ResponseEntity<Reply> pay(@PathVariable String id, @Valid @RequestBody Payment body) {
        RecordPayment command = new RecordPayment(
                id,
                defaults.id(body.paymentId()),
                new Money(body.amount(), body.currency()),
                defaults.time(body.paidAt()));
        return replies.created(command, command.paymentId(), location(id));
    }

    @PostMapping("/{id}/shipment")
    ResponseEntity<Reply> ship(@PathVariable String id, @Valid @RequestBody Shipment body) {
        return replies.changed(new ShipOrder(id, defaults.time(body.shippedAt())), id);
    }

    @PostMapping("/{id}/returns")
    ResponseEntity<Reply> takeBack(@PathVariable String id, @Valid @RequestBody PartialReturn body) {
        ReturnGoods command = new ReturnGoods(
                id,
                defaults.id(body.returnId()),
                Require.lines(body.lines(), "lines"),
                defaults.time(body.returnedAt()));
        return replies.created(command, command.returnId(), location(id));
    }

    private static URI location(String id) {
        return UriComponentsBuilder.fromPath("/orders/{id}").build(id);
    }

    record Placement(
            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String orderId,

            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String customerId,

            @Fit(Kind.TEXT) String country,
            @Fit(Kind.CURRENCY) String currency,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant placedAt,

            @Nullable PaymentTerms paymentTerms,
            @Fit(Kind.LINES) @Nullable List<@Valid RequestedLine> lines) {}

    record Cancellation(
            @Fit(Kind.TEXT) String reason,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant cancelledAt) {}

    record Payment(
            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String paymentId,

            @Fit(Kind.AMOUNT) BigDecimal amount,
            @Fit(Kind.CURRENCY) String currency,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant paidAt) {}

    record Shipment(
            @Fit(value = Kind.TIME, optional = true) @Nullable Instant shippedAt) {}

    record PartialReturn(
            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String returnId,

            @Fit(Kind.LINES) @Nullable List<ReturnedQuantity> lines,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant returnedAt) {}
}
