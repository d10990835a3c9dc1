package io.daybook.command.order;

import io.daybook.api.Money;
import io.daybook.api.order.command.RecordAdjustment;
import io.daybook.command.catalog.Assortment;
import io.daybook.command.platform.Defaults;
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Adjustments by REST. */
@RestController
final class AdjustmentController {

    private final Replies replies;
    private final Assortment assortment;
    private final Defaults defaults;

    AdjustmentController(Replies replies, Assortment assortment, Defaults defaults) {
        this.replies = replies;
        this.assortment = assortment;
        this.defaults = defaults;
    }

    @PostMapping("/adjustments")
    ResponseEntity<Reply> record(@RequestBody Booking body) {
        RecordAdjustment command = new RecordAdjustment(
                defaults.id(body.adjustmentId()),
                body.sku(),
                body.reason(),
                body.customerId(),
                body.country(),
                new Money(body.amount(), body.currency()),
                defaults.time(body.recordedAt()));
        assortment.find(command.sku());
        return replies.created(
                command,
                command.adjustmentId(),
                UriComponentsBuilder.fromPath("/adjustments/{id}").build(command.adjustmentId()));
    }

    record Booking(
            @Nullable String adjustmentId,
            String sku,
            String reason,
            @Nullable String customerId,
            String country,
            BigDecimal amount,
            String currency,
            @Nullable Instant recordedAt) {}
}
