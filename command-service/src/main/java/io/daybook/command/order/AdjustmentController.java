package io.daybook.command.order;

import io.daybook.api.Money;
import io.daybook.api.order.command.RecordAdjustment;
import io.daybook.command.catalog.Assortment;
import io.daybook.command.platform.Defaults;
import io.daybook.command.platform.Fit;
import io.daybook.command.platform.Fit.Kind;
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
import jakarta.validation.Valid;
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
    ResponseEntity<Reply> record(@Valid @RequestBody Booking body) {
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
            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String adjustmentId,

            @Fit(Kind.IDENTIFIER) String sku,
            @Fit(Kind.TEXT) String reason,

            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String customerId,

            @Fit(Kind.TEXT) String country,
            @Fit(Kind.AMOUNT) BigDecimal amount,
            @Fit(Kind.CURRENCY) String currency,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant recordedAt) {}
}
