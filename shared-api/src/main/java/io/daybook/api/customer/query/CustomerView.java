package io.daybook.api.customer.query;

import io.daybook.api.customer.ErasureReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer as all may see it: without personal data.
 *
 * @param registeredAt business time
 * @param revisedAt the last time the personal data changed; null where it has not
 * @param erasedAt null unless the customer is erased
 */
public record CustomerView(
        String customerId,
        CustomerStatus status,
        Instant registeredAt,
        @Nullable Instant revisedAt,
        @Nullable Instant erasedAt,
        @Nullable ErasureReason erasureReason) {}
