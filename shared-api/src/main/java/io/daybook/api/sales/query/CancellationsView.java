package io.daybook.api.sales.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/** How many returns and cancellations of confirmed orders were booked, and what they took back: zero or less. */
public record CancellationsView(
        long count,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount) {}
