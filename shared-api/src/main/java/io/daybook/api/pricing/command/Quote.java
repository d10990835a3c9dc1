package io.daybook.api.pricing.command;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The promise of a unit price for a while, whatever becomes of the list price. Anyone who has the token may use it, for
 * any quantity and more than once, until it expires.
 *
 * @param token the promise itself, signed: what an order line cites
 * @param priceVersion the {@linkplain PriceInForce#version version} of the list price that was promised
 * @param quotedAt to the second
 * @param expiresAt to the second: the quote is good before this time
 */
public record Quote(
        String token,
        String quoteId,
        String sku,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice,
        String currency,
        long priceVersion,
        Instant quotedAt,
        Instant expiresAt) {}
