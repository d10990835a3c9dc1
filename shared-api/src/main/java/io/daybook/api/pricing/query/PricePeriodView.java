package io.daybook.api.pricing.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A period with one price.
 *
 * @param from its start
 * @param until its end, which is not in it; null where no other price is to follow
 */
public record PricePeriodView(Instant from, @Nullable Instant until) {}
