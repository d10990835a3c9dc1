package io.daybook.command.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.api.Require;
import io.daybook.api.pricing.command.Quote;
import io.daybook.command.catalog.Assortment;
import io.daybook.command.platform.Fit;
import io.daybook.command.platform.Fit.Kind;
import io.daybook.command.platform.Rejected;
import io.daybook.command.platform.Replies;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Quotes by REST. */
@RestController
final class QuoteController {

    private final Replies replies;
    private final Quotes quotes;
    private final Assortment assortment;

    QuoteController(Replies replies, Quotes quotes, Assortment assortment) {
        this.replies = replies;
        this.quotes = quotes;
        this.assortment = assortment;
    }

    @PostMapping("/quotes")
    ResponseEntity<Quote> quote(@Valid @RequestBody QuoteRequest body) {
        String sku = Require.identifier(body.sku(), "sku");
        String currency = body.currency() == null ? null : Require.currency(body.currency(), "currency");
        assortment.findOnSale(sku);
        Quote quote = quotes.give(sku);
        if (currency != null && !currency.equals(quote.currency())) {
            throw new Rejected(
                    RejectionCode.CURRENCY_MISMATCH,
                    "The price of %s is in %s, not %s".formatted(sku, quote.currency(), currency));
        }
        return replies.told(quote);
    }

    /** {@code currency} is the one the SKU is priced in where it is left out. */
    record QuoteRequest(
            @Fit(Kind.IDENTIFIER) @Nullable String sku,

            @Fit(value = Kind.CURRENCY, optional = true) @Nullable String currency) {}
}
