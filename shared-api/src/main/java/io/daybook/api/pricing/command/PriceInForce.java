package io.daybook.api.pricing.command;

import io.daybook.api.Money;
import java.time.Instant;

/**
 * The list price of a SKU that is in force at some time.
 *
 * @param version the sequence number, from 0, that the event which set this price has in its aggregate: another price
 *     is another version, whatever else happens to the aggregate
 * @param since the business time from which the price is in force
 */
public record PriceInForce(Money price, long version, Instant since) {}
