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
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
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
    ResponseEntity<Reply> place(@RequestBody Placement body) {
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
    ResponseEntity<Reply> cancel(@PathVariable String id, @RequestBody Cancellation body) {
        return replies.changed(new CancelOrder(id, body.reason(), defaults.time(body.cancelledAt())), id);
    }

    @PostMapping("/{id}/payments")
    ResponseEntity<Reply> pay(@PathVariable String id, @RequestBody Payment body) {
        RecordPayment command = new RecordPayment(
                id,
                defaults.id(body.paymentId()),
                new Money(body.amount(), body.currency()),
                defaults.time(body.paidAt()));
        return replies.created(command, command.paymentId(), location(id));
    }

    @PostMapping("/{id}/shipment")
    ResponseEntity<Reply> ship(@PathVariable String id, @RequestBody Shipment body) {
        return replies.changed(new ShipOrder(id, defaults.time(body.shippedAt())), id);
    }

    @PostMapping("/{id}/returns")
    ResponseEntity<Reply> takeBack(@PathVariable String id, @RequestBody PartialReturn body) {
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
            @Nullable String orderId,
            @Nullable String customerId,
            String country,
            String currency,
            @Nullable Instant placedAt,
            @Nullable PaymentTerms paymentTerms,
            @Nullable List<RequestedLine> lines) {}

    record Cancellation(String reason, @Nullable Instant cancelledAt) {}

    record Payment(
            @Nullable String paymentId,
            BigDecimal amount,
            String currency,
            @Nullable Instant paidAt) {}

    record Shipment(@Nullable Instant shippedAt) {}

    record PartialReturn(
            @Nullable String returnId,
            @Nullable List<ReturnedQuantity> lines,
            @Nullable Instant returnedAt) {}
}
