package io.daybook.command.order;

import io.daybook.api.order.command.ForceCancellation;
import io.daybook.api.order.command.RetryFulfilment;
import io.daybook.command.platform.Defaults;
import io.daybook.command.platform.Fit;
import io.daybook.command.platform.Fit.Kind;
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What an operator does about an order that is stuck; both are on record with their reason, and with who it was. */
@RestController
@RequestMapping("/orders/{id}")
final class OperatorController {

    private final Replies replies;
    private final Defaults defaults;

    OperatorController(Replies replies, Defaults defaults) {
        this.replies = replies;
        this.defaults = defaults;
    }

    /** Accepted: the step is done again a moment later. */
    @PostMapping("/retry")
    ResponseEntity<Reply> retry(@PathVariable String id, @Valid @RequestBody Retry body) {
        RetryFulfilment command =
                new RetryFulfilment(id, defaults.id(body.retryId()), body.reason(), defaults.time(body.retriedAt()));
        URI order = UriComponentsBuilder.fromPath("/orders/{id}").build(id);
        return replies.accepted(command, command.retryId(), order);
    }

    @PostMapping("/operator-cancellation")
    ResponseEntity<Reply> cancel(@PathVariable String id, @Valid @RequestBody OperatorCancellation body) {
        return replies.changed(new ForceCancellation(id, body.reason(), defaults.time(body.cancelledAt())), id);
    }

    record Retry(
            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String retryId,

            @Fit(Kind.TEXT) String reason,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant retriedAt) {}

    record OperatorCancellation(
            @Fit(Kind.TEXT) String reason,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant cancelledAt) {}
}
