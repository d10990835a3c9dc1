package io.daybook.command.pricing;

import io.daybook.api.Money;
import io.daybook.api.pricing.command.SetListPrice;
import io.daybook.command.catalog.Assortment;
import io.daybook.command.platform.Defaults;
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Prices by REST. */
@RestController
final class PriceController {

    private final Replies replies;
    private final Assortment assortment;
    private final Defaults defaults;

    PriceController(Replies replies, Assortment assortment, Defaults defaults) {
        this.replies = replies;
        this.assortment = assortment;
        this.defaults = defaults;
    }

    @PutMapping("/products/{sku}/list-price")
    ResponseEntity<Reply> setListPrice(@PathVariable String sku, @RequestBody ListPrice body) {
        SetListPrice command =
                new SetListPrice(sku, new Money(body.amount(), body.currency()), defaults.time(body.validFrom()));
        assortment.findOnSale(command.sku());
        return replies.changed(command, command.sku());
    }

    /** {@code validFrom} is now where it is left out. */
    record ListPrice(
            BigDecimal amount, String currency, @Nullable Instant validFrom) {}
}
