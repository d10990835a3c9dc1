package io.daybook.command.pricing;

import io.daybook.api.pricing.command.PriceInForce;
import io.daybook.api.pricing.command.Quote;
import io.daybook.command.platform.Defaults;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives and reads quotes. A quote changes nothing and is kept nowhere but in its token. */
@Component
public final class Quotes {

    private final PriceList prices;
    private final Defaults defaults;
    private final QuoteTokens tokens;
    private final Duration validity;

    Quotes(PriceList prices, Defaults defaults, QuoteTokens tokens, QuoteProperties properties) {
        this.prices = prices;
        this.defaults = defaults;
        this.tokens = tokens;
        this.validity = properties.validity();
    }

    /** A quote of the list price in force; refused where there is none. */
    public Quote give(String sku) {
        return give(sku, prices.find(sku));
    }

    /** A quote of this price. */
    public Quote give(String sku, PriceInForce price) {
        Instant now = defaults.time(null).truncatedTo(ChronoUnit.SECONDS);
        return tokens.sign(
                defaults.id(null),
                sku,
                price.price().amount(),
                price.price().currency(),
                price.version(),
                now,
                now.plus(validity));
    }

    /** The quote of a token; empty where it is none of ours. */
    public Optional<Quote> read(String token) {
        return tokens.read(token);
    }

    /** Whether a quote is still good. */
    public boolean isGood(Quote quote) {
        return defaults.time(null).isBefore(quote.expiresAt());
    }
}
