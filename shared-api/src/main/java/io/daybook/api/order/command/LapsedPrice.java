package io.daybook.api.order.command;

import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.command.Quote;

/**
 * A line cites a price that is gone: only an order that is on record already can have it.
 *
 * @param line the line's number
 * @param code {@code QUOTE_EXPIRED} or {@code PRICE_CHANGED}
 * @param quote a new quote, of the price in force
 */
public record LapsedPrice(int line, RejectionCode code, String explanation, Quote quote) {}
