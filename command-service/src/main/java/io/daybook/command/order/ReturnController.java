package io.daybook.command.order;

import io.daybook.api.order.command.AcceptReturn;
import io.daybook.command.order.LinePricing.RequestedLine;
import io.daybook.command.platform.Defaults;
import io.daybook.command.platform.Fit;
import io.daybook.command.platform.Fit.Kind;
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Returns whose order is not known, by REST. */
@RestController
final class ReturnController {

    private final Replies replies;
    private final LinePricing pricing;
    private final Defaults defaults;

    ReturnController(Replies replies, LinePricing pricing, Defaults defaults) {
        this.replies = replies;
        this.pricing = pricing;
        this.defaults = defaults;
    }

    @PostMapping("/returns")
    ResponseEntity<Reply> accept(@Valid @RequestBody LooseReturn body) {
        AcceptReturn command = new AcceptReturn(
                defaults.id(body.returnId()),
                body.customerId(),
                body.country(),
                body.currency(),
                defaults.time(body.returnedAt()),
                pricing.returned(body.lines()));
        return replies.created(
                command,
                command.returnId(),
                UriComponentsBuilder.fromPath("/returns/{id}").build(command.returnId()));
    }

    record LooseReturn(
            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String returnId,

            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String customerId,

            @Fit(Kind.TEXT) String country,
            @Fit(Kind.CURRENCY) String currency,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant returnedAt,

            @Fit(Kind.LINES) @Nullable List<@Valid RequestedLine> lines) {}
}
