package io.daybook.command.order;

import io.daybook.api.InvalidValue;
import io.daybook.api.RejectionCode;
import io.daybook.api.Require;
import io.daybook.api.order.command.LapsedPrice;
import io.daybook.api.order.event.PriceReceipt;
import io.daybook.api.pricing.command.PriceInForce;
import io.daybook.api.pricing.command.Quote;
import io.daybook.command.order.LinePricing.RequestedLine;
import io.daybook.command.platform.Rejected;
import io.daybook.command.pricing.PriceList;
import io.daybook.command.pricing.Quotes;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The unit price of an order line: agreed on, quoted, expected or left to us. */
@Component
final class LinePrices {

    private final PriceList prices;
    private final Quotes quotes;

    LinePrices(PriceList prices, Quotes quotes) {
        this.prices = prices;
        this.quotes = quotes;
    }

    /** The price of a line; {@code path} is its place in the request, for what is not fit. */
    Price of(RequestedLine line, int number, String sku, String currency, String path) {
        if (Stream.of(line.unitPrice(), line.quote(), line.expectedUnitPrice())
                        .filter(Objects::nonNull)
                        .count()
                > 1) {
            throw new InvalidValue(
                    path + (line.quote() == null ? "expectedUnitPrice" : "quote"),
                    "must be the only one of unitPrice, quote and expectedUnitPrice");
        }
        if (line.unitPrice() != null) {
            return new Price(line.unitPrice(), null, null);
        }
        if (line.quote() != null) {
            return quoted(line.quote(), number, sku, currency, path + "quote");
        }
        if (line.expectedUnitPrice() != null) {
            return expected(
                    Require.amount(line.expectedUnitPrice(), path + "expectedUnitPrice"), number, sku, currency);
        }
        PriceInForce inForce = listPrice(sku, currency);
        return new Price(inForce.price().amount(), PriceReceipt.list(PriceReceipt.LIST, inForce.version()), null);
    }

    private Price quoted(String token, int number, String sku, String currency, String field) {
        Quote quote = quotes.read(token).orElseThrow(() -> new InvalidValue(field, "is not a quote of ours"));
        if (!quote.sku().equals(sku)) {
            throw new InvalidValue(field, "is a quote for " + quote.sku());
        }
        if (!quote.currency().equals(currency)) {
            throw new InvalidValue(field, "is a quote in " + quote.currency());
        }
        PriceReceipt receipt = new PriceReceipt(
                PriceReceipt.QUOTE, quote.priceVersion(), quote.quoteId(), quote.quotedAt(), quote.expiresAt());
        LapsedPrice lapsed = quotes.isGood(quote)
                ? null
                : lapsed(
                        number,
                        RejectionCode.QUOTE_EXPIRED,
                        "The quote for %s was good until %s".formatted(sku, quote.expiresAt()),
                        sku,
                        listPrice(sku, currency));
        return new Price(quote.unitPrice(), receipt, lapsed);
    }

    private Price expected(BigDecimal expected, int number, String sku, String currency) {
        PriceInForce inForce = listPrice(sku, currency);
        boolean stands = inForce.price().amount().compareTo(expected) == 0;
        LapsedPrice lapsed = stands
                ? null
                : lapsed(
                        number,
                        RejectionCode.PRICE_CHANGED,
                        "The price of %s is %s, not %s"
                                .formatted(sku, inForce.price().amount().toPlainString(), expected.toPlainString()),
                        sku,
                        inForce);
        return new Price(expected, PriceReceipt.list(PriceReceipt.EXPECTED, inForce.version()), lapsed);
    }

    private LapsedPrice lapsed(int line, RejectionCode code, String explanation, String sku, PriceInForce inForce) {
        return new LapsedPrice(line, code, explanation, quotes.give(sku, inForce));
    }

    private PriceInForce listPrice(String sku, String currency) {
        PriceInForce inForce = prices.find(sku);
        String priced = inForce.price().currency();
        if (!priced.equals(currency)) {
            throw new Rejected(
                    RejectionCode.CURRENCY_MISMATCH,
                    "The price of %s is in %s, not %s".formatted(sku, priced, currency));
        }
        return inForce;
    }

    /** What a line costs, where that comes from, and what is to be said if that price is gone. */
    record Price(
            BigDecimal unitPrice,
            @Nullable PriceReceipt receipt,
            @Nullable LapsedPrice lapsed) {}
}
