package io.daybook.command.stock;

import io.daybook.api.Require;
import io.daybook.api.stock.command.CountStock;
import io.daybook.api.stock.command.ReceiveStock;
import io.daybook.api.stock.command.StockCommand;
import io.daybook.api.stock.command.WriteOffStock;
import io.daybook.command.catalog.Assortment;
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

/** Stock by REST. Ids and times that a caller leaves out are made here. */
@RestController
@RequestMapping("/stock/{sku}")
final class StockController {

    private final Replies replies;
    private final Assortment assortment;
    private final Defaults defaults;

    StockController(Replies replies, Assortment assortment, Defaults defaults) {
        this.replies = replies;
        this.assortment = assortment;
        this.defaults = defaults;
    }

    @PostMapping("/receipts")
    ResponseEntity<Reply> receive(@PathVariable String sku, @Valid @RequestBody Receipt body) {
        ReceiveStock command = new ReceiveStock(
                sku,
                Require.identifier(defaults.id(body.receiptId()), "receiptId"),
                body.quantity(),
                body.source() == null ? "DELIVERY" : body.source(),
                defaults.time(body.receivedAt()));
        return book(command, command.receiptId());
    }

    @PostMapping("/counts")
    ResponseEntity<Reply> count(@PathVariable String sku, @Valid @RequestBody Count body) {
        CountStock command =
                new CountStock(sku, defaults.id(body.countId()), body.counted(), defaults.time(body.countedAt()));
        return book(command, command.countId());
    }

    @PostMapping("/write-offs")
    ResponseEntity<Reply> writeOff(@PathVariable String sku, @Valid @RequestBody WriteOff body) {
        WriteOffStock command = new WriteOffStock(
                sku,
                defaults.id(body.writeOffId()),
                body.quantity(),
                body.reason(),
                defaults.time(body.writtenOffAt()));
        return book(command, command.writeOffId());
    }

    private ResponseEntity<Reply> book(StockCommand command, String id) {
        assortment.find(command.sku());
        URI item = UriComponentsBuilder.fromPath("/stock/{sku}").build(command.sku());
        return replies.created(command, id, item);
    }

    record Receipt(
            @Fit(value = Kind.REFERENCE, optional = true) @Nullable String receiptId,

            @Fit(Kind.QUANTITY) long quantity,

            @Fit(value = Kind.TEXT, optional = true) @Nullable String source,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant receivedAt) {}

    record Count(
            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String countId,

            @Fit(Kind.COUNT) long counted,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant countedAt) {}

    record WriteOff(
            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String writeOffId,

            @Fit(Kind.QUANTITY) long quantity,
            @Fit(Kind.TEXT) String reason,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant writtenOffAt) {}
}
