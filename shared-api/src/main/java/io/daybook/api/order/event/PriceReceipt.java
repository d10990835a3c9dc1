package io.daybook.api.order.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the unit price of an order line comes from.
 *
 * @param source {@code LIST}: the list price in force when the order came in, as the caller left it to us;
 *     {@code EXPECTED}: that list price, as the caller expected it; {@code QUOTE}: a quote that was valid then
 * @param priceVersion the version of the list price: the sequence number of the event that set it
 * @param quoteId the quote's id; null without a quote, and so are its times
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceReceipt(
        String source,
        long priceVersion,
        @Nullable String quoteId,
        @Nullable Instant quotedAt,
        @Nullable Instant expiresAt) {

    public static final String LIST = "LIST";
    public static final String EXPECTED = "EXPECTED";
    public static final String QUOTE = "QUOTE";

    /** The receipt for a list price. */
    public static PriceReceipt list(String source, long priceVersion) {
        return new PriceReceipt(source, priceVersion, null, null, null);
    }
}
